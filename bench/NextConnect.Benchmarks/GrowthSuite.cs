using System.Diagnostics;

namespace NextConnect.Benchmarks;

/// <summary>The same lookups in tables of 10 to 10,000 routes: the first contender is the smallest table. Then what building the largest takes.</summary>
internal static class GrowthSuite
{
    private static readonly int[] Sizes = [10, 100, 1_000, 10_000];

    public static void Run()
    {
        Interleaved.Header("Growth", "ns");
        var tables = Array.ConvertAll(Sizes, RouteTables.OfSize);
        var lookups = Array.ConvertAll(tables, table => new NextConnectLookup(table.Routes));
        for (var i = 0; i < tables[0].Cases.Length; i++)
        {
            var contenders = lookups.Zip(tables, (lookup, table) => lookup.Find(table.Cases[i]) with { Name = table.Name });
            Interleaved.Compare(tables[0].Cases[i].Name, [.. contenders]);
        }

        Build(tables[^1]);
        DistinctPaths();
    }

    /// <summary>Patterns read, table frozen, and every route looked up once, so that all its states exist.</summary>
    private static void Build(RouteTables table)
    {
        var requests = table.Routes.Select(route => route.Pattern.Replace(":id", "1", StringComparison.Ordinal)).ToArray();
        for (var round = 0; round < 5; round++)
        {
            var memory = GC.GetTotalMemory(forceFullCollection: true);
            var start = Stopwatch.GetTimestamp();
            var router = NextConnectLookup.Build(table.Routes);
            var frozen = router.Table;
            var built = Stopwatch.GetElapsedTime(start);
            foreach (var path in requests)
                frozen.Find("GET", path);
            var used = Stopwatch.GetElapsedTime(start);
            Console.WriteLine(
                $"Build, {table.Name}: {built.TotalMilliseconds:F0} ms; with every route found once {used.TotalMilliseconds:F0} ms, "
                + $"{(GC.GetTotalMemory(forceFullCollection: true) - memory) / 1e6:F1} MB");
            GC.KeepAlive(router);
        }
    }

    private static void DistinctPaths()
    {
        var table = NextConnectLookup.Build(RouteTables.Rest().Routes).Table;
        table.Find("GET", "/users/0/orders");
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 5_000_000; i++)
            table.Find("GET", $"/users/{i}/orders");
        Console.WriteLine($"5,000,000 distinct paths: heap grew by {(GC.GetTotalMemory(forceFullCollection: true) - memory) / 1e3:F0} kB");
        GC.KeepAlive(table);
    }
}
