using System.Diagnostics;

namespace NextConnect.Soak;

/// <summary>How the heap changes under a load, full collections between (H46).</summary>
internal sealed record HeapWatch(double LastMebibytes, double MebibytesPerMinute)
{
    private const int Samples = 40;

    public static async Task<HeapWatch> RunAsync(TimeSpan duration)
    {
        var samples = new List<(double Minutes, double Mebibytes)>();
        var clock = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(duration / Samples);
        while (clock.Elapsed < duration && await timer.WaitForNextTickAsync())
            samples.Add((clock.Elapsed.TotalMinutes, GC.GetTotalMemory(forceFullCollection: true) / 1048576.0));
        return new(samples[^1].Mebibytes, Slope(samples[(samples.Count / 2)..]));
    }

    /// <summary>The straight line that is nearest to all samples.</summary>
    private static double Slope(List<(double Minutes, double Mebibytes)> samples)
    {
        var (x, y) = (samples.Average(sample => sample.Minutes), samples.Average(sample => sample.Mebibytes));
        return samples.Sum(sample => (sample.Minutes - x) * (sample.Mebibytes - y)) / samples.Sum(sample => (sample.Minutes - x) * (sample.Minutes - x));
    }
}
