using NextConnect.Conformance;
using Xunit.Abstractions;

namespace NextConnect.Common.Tests;

/// <summary>What Explain says is what the shipped search does, whatever the table and the path.</summary>
public sealed class ExplainDifferentialTests(ITestOutputHelper output)
{
    [Fact]
    public void Explain_equals_the_search_on_random_tables()
    {
        const int PathsPerTable = 10;
        var run = new RandomRun(output, 5_000);
        var mismatches = new Dictionary<LayerMismatch, int>();
        for (var checks = 0; checks < run.Cases; checks += PathsPerTable)
        {
            var generator = new TableGenerator(run.Random);
            var table = generator.Table(run.Random.Next(1, 9));
            for (var i = 0; i < PathsPerTable; i++)
                Compare(run, table, run.Random.Pick(TableGenerator.Methods), generator.Path(), mismatches);
        }

        foreach (var kind in new[] { LayerMismatch.None, LayerMismatch.Method, LayerMismatch.Path, LayerMismatch.Regex, LayerMismatch.BadPath })
            mismatches.GetValueOrDefault(kind).ShouldBeGreaterThan(run.Cases / 500, kind.ToString());
    }

    private static void Compare(RandomRun run, IReadOnlyList<RouterEntry> table, string method, string path, Dictionary<LayerMismatch, int> mismatches)
    {
        var router = TestRouter.Of(table);
        var explanation = router.Explain(method, path, new() { HandleMethodNotAllowed = true });
        foreach (var layer in explanation.Layers)
            mismatches[layer.Mismatch] = mismatches.GetValueOrDefault(layer.Mismatch) + 1;

        if (Difference(router, explanation) is { } difference)
            Assert.Fail($"{run}\n{TableShrinker.Describe(table)}\n{explanation}\n{difference}");
    }

    private static string? Difference(TestRouter router, RouteExplanation explanation)
    {
        var (method, path) = (explanation.Method, explanation.Path);
        if (!explanation.Layers.Select(layer => layer.Layer).SequenceEqual(router.Layers, RouteComparer.Instance))
            return "Routes";
        if (explanation.Layers.Any(layer => layer.IsMatch != (layer.Reason.Length == 0)))
            return "a match with a reason, or none without";
        if (explanation.Outcome == RequestOutcome.BadPath || !RequestPath.IsRoutable(path))
            return (explanation.Outcome == RequestOutcome.BadPath) == RequestPath.IsRoutable(path) ? "BadPath" : null;

        var found = router.Find(method, path);
        if (!explanation.Layers.Where(layer => layer.IsMatch).Select(layer => layer.Layer.Order).SequenceEqual(router.LayersFound(method, path)))
            return $"layers {string.Join(' ', router.LayersFound(method, path))}";
        if (explanation.Params.Count != found.Params.Count || found.Params.Any(param => !explanation.Params.Contains(param)))
            return $"params {string.Join(' ', found.Params)}";
        if ((explanation.Outcome == RequestOutcome.Route) == found.IsMiddlewareOnly)
            return $"IsMiddlewareOnly {found.IsMiddlewareOnly}";
        var namesMethod = explanation.Layers.Any(layer => layer is { IsMatch: true, Layer.Method: not null });
        return explanation.Allow.SequenceEqual(namesMethod ? [] : router.MethodsOf(path))
            ? null
            : $"methods {string.Join(' ', router.MethodsOf(path))}";
    }
}
