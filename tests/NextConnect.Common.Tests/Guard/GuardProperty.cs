namespace NextConnect.Common.Tests;

/// <summary>Makes the test of paths against a pattern.</summary>
internal delegate Predicate<string> PathTest(string pattern);

/// <summary>
/// The guard property: every guard on a beginning of a handler's pattern, and every more general guard, takes each path that reaches the handler.
/// Counts what it sees, so that a test can also show that it would notice.
/// </summary>
internal sealed class GuardProperty(PathTest guard, PathTest handler)
{
    /// <summary>Gets how often a path reached the handler, and how often that path may be routed at all.</summary>
    public (int All, int Routable) Reached { get; private set; }

    /// <summary>Gets how often the guard did not take such a path.</summary>
    public (int All, int Routable) Violations { get; private set; }

    public string? FirstViolation { get; private set; }

    public void Check(IReadOnlyList<string> segments, IEnumerable<string> paths)
    {
        var text = GuardModel.Text(segments);
        var (isHandled, guards) = (handler(text), GuardsOf(segments).Select(pattern => (Pattern: pattern, Takes: guard(pattern))).ToArray());
        foreach (var path in paths.Where(path => isHandled(path)))
        {
            var isRoutable = RequestPath.IsRoutable(path) ? 1 : 0;
            Reached = (Reached.All + 1, Reached.Routable + isRoutable);
            foreach (var (pattern, takes) in guards)
            {
                if (takes(path))
                    continue;
                Violations = (Violations.All + 1, Violations.Routable + isRoutable);
                FirstViolation ??= $"guard {pattern}, handler {text}, path {System.Text.Json.JsonSerializer.Serialize(path)}";
            }
        }
    }

    /// <summary>Every beginning of a pattern, and every more general form of it: a literal becomes a parameter, either becomes a wildcard.</summary>
    private static List<string> GuardsOf(IReadOnlyList<string> segments)
    {
        List<string> guards = ["/"];
        for (var (i, row) = (0, new List<string> { "" }); i < segments.Count; i++)
        {
            row = [.. row.SelectMany(_ => MoreGeneral(segments[i], i), (start, segment) => $"{start}/{segment}")];
            guards.AddRange(row);
        }
        return guards;
    }

    private static string[] MoreGeneral(string segment, int index) => segment switch
    {
        ['*', ..] => [segment],
        [':', ..] when segment.EndsWith('?') => [segment, "*?"],
        [':', ..] => segment.Contains('.', StringComparison.Ordinal) ? [segment, $":p{index}", "*"] : [segment, "*"],
        _ => [segment, $":p{index}", "*"],
    };
}
