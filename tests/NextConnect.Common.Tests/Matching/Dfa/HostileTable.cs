namespace NextConnect.Common.Tests;

/// <summary>A table whose states would grow with the square of its text, or without end, and paths that make them.</summary>
internal sealed record HostileTable(Func<int, TestRouter> Make, Func<int, Random, string> Segment, int PathLength)
{
    public static readonly TestHandler Handler = static () => 0;

    /// <summary>Gets the tables by name; each is made with about a thousand layers or a text as long.</summary>
    public static IReadOnlyDictionary<string, HostileTable> All { get; } = new Dictionary<string, HostileTable>
    {
        ["names between wildcards"] = new(
            count => Of(count, i => $"/*a{i}/name{i}/*"),
            (count, random) => $"name{random.Next(count)}", 60),
        ["one literal in another place each"] = new(
            count => Of(count / 20, i => Repeat(count / 20, at => at == i ? "/x" : $"/:p{at}")),
            (_, random) => random.Next(2) == 0 ? "x" : "y", 50),
        ["as much middleware as routes"] = new(
            count => Add(Of(count / 2, i => $"/page{i}"), count / 2, (router, _) => router.Use(Handler)),
            (count, random) => $"page{random.Next(count / 2)}", 1),
        ["a method for each route"] = new(
            count => Add(new(), count, (router, i) => router.Add($"M{i}", $"/page{i}", Handler)),
            (count, random) => $"page{random.Next(count)}", 1),
        ["optional parameters in a row"] = new(
            count => Of(count / 10, i => Repeat(20, at => $"/:p{at}?") + $"/x{i}"),
            (count, random) => $"x{random.Next(count / 10)}", 20),
        ["pages with parts below an optional segment"] = new(
            count => new TestRouter().Use("/:lang?", Of(count, i => $"/page{i}/part{i}")),
            (count, random) => $"page{random.Next(count)}", 3),
    };

    public static string Repeat(int count, Func<int, string> segment) => string.Concat(Enumerable.Range(0, count).Select(segment));

    public static TestRouter Of(int count, Func<int, string> pattern) => Add(new(), count, (router, i) => router.Get(pattern(i), Handler));

    /// <summary>Makes a path as the table is meant to get.</summary>
    public string Path(int count, Random random) => Repeat(random.Next(1, PathLength + 1), _ => "/" + Segment(count, random));

    private static TestRouter Add(TestRouter router, int count, Action<TestRouter, int> add)
    {
        for (var i = 0; i < count; i++)
            add(router, i);
        return router;
    }
}
