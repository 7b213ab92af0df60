namespace NextConnect;

/// <summary>What matched a request: data only, nothing has run yet.</summary>
internal readonly struct RouteMatch(MatchedLayers set, string path)
{
    /// <summary>Gets everything that matched, in registration order.</summary>
    public ChainStep[] Steps => set.Steps;

    /// <summary>Gets whether no route matched, only layers of <c>Use</c> or nothing at all.</summary>
    public bool IsMiddlewareOnly => set.IsMiddlewareOnly;

    /// <summary>Gets the places of the layers that matched, in order.</summary>
    public ReadOnlySpan<int> LayerIndexes => set.Indexes;

    /// <summary>Gets the pattern that names the request in telemetry (<see cref="MatchedLayers.Route"/>).</summary>
    public string? Route => set.Route;

    /// <summary>Gets whether some layers handle errors or see a moved path.</summary>
    public bool NeedsErrorRun => set.NeedsErrorRun;

    /// <summary>Gets whether some layer has parameters.</summary>
    public bool HasParams => set.Params.HasParams;

    /// <summary>Reads the parameters of all matching layers, merged.</summary>
    public RouteParams ReadParams() => set.Params.Read(path);

    /// <summary>Hands each parameter to a function, without an object between.</summary>
    public void CopyParamsTo<TTarget>(TTarget target, Action<TTarget, string, string?> add) => set.Params.CopyTo(path, target, add);
}
