using System.Diagnostics;
using System.Globalization;

namespace NextConnect.Benchmarks;

/// <summary>One of the things compared.</summary>
/// <param name="Name">Its column.</param>
/// <param name="Run">Does the work a number of times.</param>
/// <param name="Operations">How many operations one time is.</param>
internal sealed record Contender(string Name, Action<int> Run, int Operations = 1);

/// <summary>
/// Measures contenders in turns, slice by slice, so that a slow spell of the machine hits all of them. Prints the 20th percentile (a neighbour only ever adds),
/// the quartiles of the ratio to the first contender within each round, and allocated bytes.
/// </summary>
internal static class Interleaved
{
    private static readonly int Rounds = Setting("ROUNDS", 15);
    private static readonly int SliceMilliseconds = Setting("SLICE_MS", 20);

    public static void Header(string title, string unit)
    {
        Console.WriteLine($"\n### {title}\n");
        Console.WriteLine($"| case | contender | {unit} | ratio to the first | quartiles of the ratio | bytes |");
        Console.WriteLine("|---|---|---:|---:|---:|---:|");
    }

    public static void Compare(string name, params Contender[] contenders)
    {
        var times = Array.ConvertAll(contenders, WarmUp);
        var nanoseconds = Array.ConvertAll(contenders, _ => new double[Rounds]);
        var bytes = new double[contenders.Length];
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < contenders.Length; i++)
            {
                var operations = (double)times[i] * contenders[i].Operations;
                var before = GC.GetAllocatedBytesForCurrentThread();
                nanoseconds[i][round] = Time(contenders[i], times[i]) * 1e6 / operations;
                bytes[i] = (GC.GetAllocatedBytesForCurrentThread() - before) / operations;
            }
        }
        for (var i = 0; i < contenders.Length; i++)
        {
            var ratios = nanoseconds[i].Zip(nanoseconds[0], (own, first) => own / first).Order().ToArray();
            Console.WriteLine(
                $"| {name} | {contenders[i].Name} | {Low(nanoseconds[i]):F1} | {Low(nanoseconds[i]) / Low(nanoseconds[0]):F2} "
                + $"| {ratios[Rounds / 4]:F2}–{ratios[Rounds - 1 - (Rounds / 4)]:F2} | {bytes[i]:F0} |");
        }
    }

    /// <summary>Lets the just-in-time compiler finish (it needs calls and quiet time), then finds how many times fill a slice.</summary>
    private static int WarmUp(Contender contender)
    {
        for (var pass = 0; pass < 8; pass++)
        {
            var start = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < 60)
                contender.Run(2);
            Thread.Sleep(150);
        }
        var times = 1;
        double elapsed;
        while ((elapsed = Time(contender, times)) < 2)
            times *= 2;
        return Math.Max(1, (int)(times * SliceMilliseconds / elapsed));
    }

    private static double Time(Contender contender, int times)
    {
        var start = Stopwatch.GetTimestamp();
        contender.Run(times);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Low(double[] values) => values.Order().ElementAt(values.Length / 5);

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
