namespace NextConnect;

/// <summary>A set of layers that a request may match, and everything about them that does not depend on the request, computed once.</summary>
internal sealed class MatchedLayers
{
    private readonly RouteLayer[] _all;
    private string? _route; // empty when no route has a pattern

    /// <param name="all">The table's layers.</param>
    /// <param name="indexes">The indexes of the set's layers, in order.</param>
    public MatchedLayers(RouteLayer[] all, int[] indexes)
    {
        _all = all;
        Indexes = indexes;
        Steps = new ChainStep[indexes.Sum(index => all[index].Functions.Length)];
        IsMiddlewareOnly = true;
        IsForAnyMethod = true;
        var step = 0;
        foreach (var index in indexes)
        {
            foreach (var function in all[index].Functions)
                Steps[step++] = new(function.Delegate, function.TakesNext, all[index]);
            IsMiddlewareOnly &= all[index].IsMiddleware;
            IsForAnyMethod &= all[index].Method is null;
            HasConditions |= all[index].Path.Regex is not null;
            NeedsErrorRun |= all[index].HandlesErrors || all[index].MountSegments > 0;
        }
    }

    /// <summary>Gets the layers' indexes in the table, in order.</summary>
    public int[] Indexes { get; }

    public ChainStep[] Steps { get; }

    public bool IsMiddlewareOnly { get; }

    /// <summary>Gets whether no layer names a method: they may all be guards that pass on, in front of routes for other methods.</summary>
    public bool IsForAnyMethod { get; }

    /// <summary>Gets whether a layer handles errors or is mounted, so that the chain needs a run that supports both.</summary>
    public bool NeedsErrorRun { get; }

    /// <summary>Gets whether a layer has a regular expression that must match too.</summary>
    public bool HasConditions { get; }

    /// <summary>Gets the pattern that names the request in telemetry: that of the first route that has one, with a leading slash; null without one.</summary>
    public string? Route => (_route ??= RouteNameOf(Indexes.Select(index => _all[index])) ?? "").Length == 0 ? null : _route;

    /// <summary>Gets what reads the parameters of all layers; later layers override earlier ones.</summary>
    public ParamReader Params => field ??= new(Array.ConvertAll(Indexes, index => _all[index]));

    private static string? RouteNameOf(IEnumerable<RouteLayer> layers)
    {
        var route = layers.FirstOrDefault(layer => layer is { IsMiddleware: false, Text.Length: > 0 });
        return route is null || route.Text[0] == '/' || route.Path is { Regex: not null, Segments.Length: 0 } ? route?.Text : "/" + route.Text;
    }
}
