namespace NextConnect.Common.Tests;

/// <summary>Everything that can be written small: patterns of up to three segments, paths of up to four.</summary>
internal static class GuardModel
{
    private static readonly string[] PathSegments = ["a", "A", "b", "", ".", "..", "%2F", "a\n"];

    /// <summary>Gets the 155 patterns over two literals, a parameter, an optional one and a wildcard.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Patterns { get; } =
        [.. Sequences(3, index => ["a", "b", $":x{index}", $":x{index}?", "*"])];

    /// <summary>Lists all paths of up to so many segments, each with and without trailing slash.</summary>
    public static IEnumerable<string> Paths(int maximum) =>
        Sequences(maximum, _ => PathSegments).Select(segments => "/" + string.Join('/', segments)).SelectMany(path => new[] { path, path + "/" }).Prepend("/");

    public static string Text(IEnumerable<string> segments) => "/" + string.Join('/', segments);

    private static IEnumerable<IReadOnlyList<string>> Sequences(int maximum, Func<int, string[]> choices)
    {
        List<IReadOnlyList<string>> row = [[]];
        for (var i = 0; i < maximum; i++)
        {
            row = [.. row.SelectMany(_ => choices(i), (start, next) => (IReadOnlyList<string>)[.. start, next])];
            foreach (var sequence in row)
                yield return sequence;
        }
    }
}
