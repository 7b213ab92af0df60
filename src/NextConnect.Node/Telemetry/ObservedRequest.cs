using System.Diagnostics;

namespace NextConnect;

/// <summary>A request that somebody observes: where its route is noted until its span ends.</summary>
internal sealed class ObservedRequest(Activity? activity)
{
    /// <summary>Gets the span of the innermost router; null when only measurements are wanted.</summary>
    public Activity? Activity => activity;

    public string? Route { get; set; }
}
