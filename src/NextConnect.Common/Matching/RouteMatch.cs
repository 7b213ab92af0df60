namespace NextConnect;

/// <summary>What matched a request: data only, nothing has run yet.</summary>
/// <param name="layers">The layers that match.</param>
/// <param name="path">The request's path.</param>
/// <param name="slashes">Where its slashes are; see <see cref="SlashMask"/>.</param>
internal readonly struct RouteMatch(MatchedLayers layers, string path, ulong slashes)
{
    /// <summary>Gets the layers that match, and everything about them that does not depend on the request.</summary>
    public MatchedLayers Layers => layers;

    /// <summary>Gets whether layers use one name for different values, so that each must see its own.</summary>
    public bool HasOwnParams => layers.OwnParams.Length > 0;

    /// <summary>Reads the parameters of all matching layers, merged.</summary>
    public RouteParams ReadParams() => layers.Params.Read(path, slashes);

    /// <summary>Reads the parameters of the layer of one step; null when they are the same in all layers merged.</summary>
    public RouteParams? ReadOwnParams(int step) => layers.OwnParams[step]?.Read(path, slashes);

    /// <summary>Passes each parameter to a function, without an intermediate object.</summary>
    public void CopyParamsTo<TTarget>(TTarget target, Action<TTarget, string, string?> add) => layers.Params.CopyTo(path, slashes, target, add);
}
