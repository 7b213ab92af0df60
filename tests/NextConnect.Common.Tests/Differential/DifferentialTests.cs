using System.Text.Json;
using NextConnect.Conformance;
using Xunit.Abstractions;

namespace NextConnect.Common.Tests;

/// <summary>The shipped search equals the reference, whatever the table and the path.</summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    [Fact]
    public void Search_equals_the_reference_on_random_tables()
    {
        const int PathsPerTable = 25;
        var run = new RandomRun(output, 30_000);
        var matches = 0;
        for (var checks = 0; checks < run.Cases; checks += PathsPerTable)
            matches += Compare(run, tableSize: run.Random.Next(1, 9), PathsPerTable);

        output.WriteLine($"{matches} of {run.Cases} with a match");
        matches.ShouldBeGreaterThan(run.Cases / 4);
    }

    /// <summary>A faster search may switch its method with the size of a table.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(200)]
    [InlineData(1000)]
    public void Search_equals_the_reference_on_tables_of_size(int size) =>
        Compare(new RandomRun(output, 0), size, paths: Math.Clamp(10_000 / size, 30, 300)).ShouldBeGreaterThan(0);

    private static int Compare(RandomRun run, int tableSize, int paths)
    {
        var generator = new TableGenerator(run.Random);
        var table = generator.Table(tableSize);
        var router = TestRouter.Of(table, run.Random.Percent(50) ? null : run.Random.Next(12_000)); // beyond its limit, the search makes no states
        var matches = 0;
        for (var i = 0; i < paths; i++)
        {
            var (method, path) = (run.Random.Pick(TableGenerator.Methods), generator.Path());
            if (Difference(table, router, method, path) is not null)
                Assert.Fail($"{run}\n{Explain(table, router.SizeLimit, method, path)}");
            matches += router.Find(method, path).Handlers.Count > 0 ? 1 : 0;
        }
        return matches;
    }

    private static string? Difference(IReadOnlyList<RouterEntry> table, TestRouter router, string method, string path)
    {
        var (expected, found) = (ReferenceMatcher.Find(table, method, path), router.Find(method, path));
        if (!found.Handlers.SequenceEqual(expected.Handlers))
            return $"chain [{string.Join(' ', found.Handlers)}] instead of [{string.Join(' ', expected.Handlers)}]";
        if (found.Params.Count != expected.Params.Count || expected.Params.Any(param => !found.Params.Contains(param)))
            return $"params {string.Join(' ', found.Params)} instead of {string.Join(' ', expected.Params)}";
        if (found.IsMiddlewareOnly != expected.IsMiddlewareOnly)
            return $"IsMiddlewareOnly {found.IsMiddlewareOnly}";
        return ReferenceMatcher.MethodsOf(table, path).SetEquals(router.MethodsOf(path)) ? null : $"methods {string.Join(' ', router.MethodsOf(path))}";
    }

    private static string Explain(IReadOnlyList<RouterEntry> table, long? sizeLimit, string method, string path)
    {
        var smallest = TableShrinker.Shrink(table, candidate => Difference(candidate, TestRouter.Of(candidate, sizeLimit), method, path) is not null);
        return $"{method} {JsonSerializer.Serialize(path)}: {Difference(smallest, TestRouter.Of(smallest, sizeLimit), method, path)}\n"
            + TableShrinker.Describe(smallest);
    }
}
