using System.Globalization;
using Xunit.Abstractions;

namespace NextConnect.Common.Tests;

/// <summary>
/// One run over random cases. The seed is new each time and printed; <c>NEXTCONNECT_SEED</c> repeats a run, <c>NEXTCONNECT_CASES</c> makes it longer.
/// </summary>
internal sealed class RandomRun
{
    public RandomRun(ITestOutputHelper output, int cases)
    {
        Seed = Number("NEXTCONNECT_SEED") ?? System.Random.Shared.Next();
        Cases = Number("NEXTCONNECT_CASES") ?? cases;
        Random = new(Seed);
        output.WriteLine(ToString());
    }

    public int Seed { get; }

    public int Cases { get; }

    public Random Random { get; }

    public override string ToString() => $"NEXTCONNECT_SEED={Seed} NEXTCONNECT_CASES={Cases}";

    private static int? Number(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : null;
}
