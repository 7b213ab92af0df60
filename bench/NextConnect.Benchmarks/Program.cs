// What a lookup, a chain and an in-memory request cost beside their peers: ratios from one interleaved run.
//   dotnet run -c Release --project bench/NextConnect.Benchmarks -- [lookup] [growth] [explosion] [chain] [request] [memory]
// Further route tables (folder of NAME.routes.tsv and NAME.lookups.tsv files): NEXTCONNECT_TABLES=folder. Effort: ROUNDS=15 SLICE_MS=20.
using System.Globalization;
using NextConnect.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var suites = new Dictionary<string, Action>
{
    ["lookup"] = LookupSuite.Run,
    ["growth"] = GrowthSuite.Run,
    ["explosion"] = ExplosionSuite.Run,
    ["chain"] = ChainSuite.Run,
    ["request"] = RequestSuite.Run,
    ["memory"] = MemorySuite.Run,
};
foreach (var name in args.Length > 0 ? args : [.. suites.Keys])
{
    if (!suites.TryGetValue(name, out var run))
    {
        await Console.Error.WriteLineAsync($"Unknown suite '{name}'; there are {string.Join(", ", suites.Keys)}.");
        return 2;
    }
    run();
}
return 0;
