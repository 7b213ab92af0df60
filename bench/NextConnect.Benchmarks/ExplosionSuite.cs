using System.Diagnostics;

namespace NextConnect.Benchmarks;

/// <summary>
/// A table whose states would explode: 20 patterns of 20 segments that differ in where their one literal stands, so that any subset of them can be alive.
/// Compared with matching layer by layer.
/// </summary>
internal static class ExplosionSuite
{
    private const int Size = 20;

    public static void Run()
    {
        RouteLayer[] layers = [.. Enumerable.Range(0, Size).Select(literal =>
        {
            var pattern = RoutePattern.Parse(string.Concat(Enumerable.Range(0, Size).Select(i => i == literal ? "/x" : $"/:p{i}")));
            return new RouteLayer("GET", IsMiddleware: false, new PathMatcher(pattern.Segments, null, PathMatch.Exact), pattern.Text);
        })];
        var table = new RouteTable(layers);
        var random = new Random(1);
        var paths = Enumerable.Range(0, 20_000).Select(_ => string.Concat(Enumerable.Range(0, Size).Select(_ => random.Next(2) == 0 ? "/x" : "/y"))).ToArray();
        foreach (var path in paths)
            table.Find("GET", path);

        Interleaved.Header($"Explosion: {table.Size.Bytes / 1_000} kB of states, {(table.Size.IsFull ? "the limit" : "not the limit")}", "ns");
        Interleaved.Compare(
            "random paths",
            new("layer by layer", times => ForEach(paths, times, path => FindLinearly(layers, path)), paths.Length),
            new("NextConnect", times => ForEach(paths, times, path => table.Find("GET", path)), paths.Length));

        var wildcards = RoutePattern.Parse("/*/*/*/x");
        var slashes = new string('/', 8_000);
        wildcards.Match(slashes);
        var start = Stopwatch.GetTimestamp();
        wildcards.Match(slashes);
        Console.WriteLine($"\n/*/*/*/x on 8,000 slashes: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F2} ms");
    }

    private static int[] FindLinearly(RouteLayer[] layers, string path)
    {
        var segments = new PathSegments(path, stackalloc int[PathSegments.StackLimit]);
        var found = new List<int>();
        for (var i = 0; i < layers.Length; i++)
        {
            if (layers[i].Accepts("GET") && layers[i].Path.TryMatch(segments, null))
                found.Add(i);
        }
        return [.. found];
    }

    private static void ForEach(string[] paths, int times, Action<string> action)
    {
        for (var time = 0; time < times; time++)
        {
            foreach (var path in paths)
                action(path);
        }
    }
}
