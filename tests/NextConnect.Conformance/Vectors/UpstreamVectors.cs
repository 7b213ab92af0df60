using System.Text.Json;

namespace NextConnect.Conformance;

/// <summary>
/// What regexparam 3.0.0 and next-connect 1.0.0 answered when they were run on generated patterns and routers. The file holds no case in which this library
/// differs on purpose, apart from two that were evaluated by this library's rule: mounts under a parameter, and endings of a parameter with alternatives.
/// </summary>
public sealed record UpstreamVectors(string Source, IReadOnlyList<PatternVector> Patterns, IReadOnlyList<RouterVector> Routers)
{
    private static readonly Lazy<UpstreamVectors> File = new(Load);

    /// <summary>Gets the vectors, read once.</summary>
    public static UpstreamVectors Instance => File.Value;

    private static UpstreamVectors Load()
    {
        using var stream = System.IO.File.OpenRead(Path.Combine(AppContext.BaseDirectory, "vectors", "upstream.json"));
        return JsonSerializer.Deserialize<UpstreamVectors>(stream, JsonSerializerOptions.Web)!;
    }
}
