using System.Diagnostics;

namespace NextConnect;

/// <summary>A request that telemetry observes: holds its route until its span ends.</summary>
internal sealed class ObservedRequest(Activity? activity)
{
    /// <summary>Gets the span of the innermost router; null when only measurements are enabled.</summary>
    public Activity? Activity => activity;

    public string? Route { get; set; }
}
