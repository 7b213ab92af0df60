using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace NextConnect.AspNetCore.Tests;

/// <summary>Listens to spans and measurements of the whole process; so its tests run alone.</summary>
internal sealed class Telemetry : IDisposable
{
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();
    private readonly BlockingCollection<(string Instrument, Dictionary<string, object?> Tags)> _measurements = [];

    private Telemetry(string[] sources, string[] meters)
    {
        _activities = new()
        {
            ShouldListenTo = source => sources.Contains(source.Name),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Spans.Add,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (meters.Contains(instrument.Meter.Name))
                listener.EnableMeasurementEvents(instrument);
        };
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => _measurements.Add((instrument.Name, Read(tags))));
        _meters.Start();
    }

    private BlockingCollection<Activity> Spans { get; } = [];

    public static Telemetry Listen() => new(["NextConnect", "Microsoft.AspNetCore"], ["NextConnect", "Microsoft.AspNetCore.Hosting"]);

    /// <summary>Waits for the next span of a source; a server ends its own after the response.</summary>
    public Activity NextSpan(string source) => Next(Spans, span => span.Source.Name == source);

    public Dictionary<string, object?> NextMeasurement(string instrument) => Next(_measurements, entry => entry.Instrument == instrument).Tags;

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
        Spans.Dispose();
        _measurements.Dispose();
    }

    private static T Next<T>(BlockingCollection<T> all, Predicate<T> isWanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var kept = new List<T>();
        while (true)
        {
            var item = all.Take(patience.Token);
            if (!isWanted(item))
            {
                kept.Add(item);
                continue;
            }
            kept.ForEach(other => all.Add(other)); // for whoever asks for them later
            return item;
        }
    }

    private static Dictionary<string, object?> Read(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var read = new Dictionary<string, object?>();
        foreach (var (name, value) in tags)
            read.Add(name, value); // throws for a tag that is given twice
        return read;
    }
}
