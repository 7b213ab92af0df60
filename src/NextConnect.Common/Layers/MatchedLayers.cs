namespace NextConnect;

/// <summary>A set of layers that a request may match, and everything about them that does not depend on the request, computed once.</summary>
internal sealed class MatchedLayers
{
    private readonly RouteLayer[] _all;
    private string? _route; // empty when no route has a pattern

    /// <param name="all">The table's layers.</param>
    /// <param name="candidates">The indexes of the layers that match, in order; where the set has conditions, of those that may.</param>
    public MatchedLayers(RouteLayer[] all, int[] candidates)
        : this(all, candidates, candidates)
    {
    }

    private MatchedLayers(RouteLayer[] all, int[] candidates, int[] routes)
    {
        _all = all;
        Candidates = candidates;
        Indexes = IsolatedRouter.Keep(all, candidates, routes);
        Steps = new ChainStep[Indexes.Sum(index => all[index].Functions.Length)];
        HasConditions = Array.Exists(candidates, index => all[index].Path.Regex is not null);
        IsMiddlewareOnly = true;
        IsForAnyMethod = true;
        var step = 0;
        foreach (var index in Indexes)
        {
            foreach (var function in all[index].Functions)
                Steps[step++] = new(function.Delegate, function.TakesNext, all[index]);
            IsMiddlewareOnly &= all[index].IsMiddleware;
            IsForAnyMethod &= all[index].Method is null;
            NeedsErrorRun |= all[index].HandlesErrors || all[index].MountSegments > 0;
        }
    }

    /// <summary>Gets the indexes of all layers that match, in order; those of isolated routers too that do not run.</summary>
    public int[] Candidates { get; }

    /// <summary>Gets the indexes of the layers that run, in order.</summary>
    public int[] Indexes { get; }

    public ChainStep[] Steps { get; }

    public bool IsMiddlewareOnly { get; }

    /// <summary>Gets whether no layer names a method: the set is middleware and <c>All</c> layers, which may be guards too.</summary>
    public bool IsForAnyMethod { get; }

    /// <summary>Gets whether a layer handles errors or is mounted, so that the chain needs a run that supports both.</summary>
    public bool NeedsErrorRun { get; }

    /// <summary>Gets whether a layer has a regular expression that must match too.</summary>
    public bool HasConditions { get; }

    /// <summary>Gets the pattern that names the request in telemetry: that of the first route that has one, with a leading slash; null without one.</summary>
    public string? Route => (_route ??= RouteNameOf(Indexes.Select(index => _all[index])) ?? "").Length == 0 ? null : _route;

    /// <summary>Gets what reads the parameters of all layers; later layers override earlier ones.</summary>
    public ParamReader Params => field ??= new(Array.ConvertAll(Indexes, index => _all[index]));

    /// <summary>
    /// Gets, by step, what reads the parameters of its layer's own pattern where another layer gives one of them another value; null for other steps. Empty
    /// when there are no such layers.
    /// </summary>
    public ParamReader?[] OwnParams => field ??= SharedParams.FindOwnBySteps(Array.ConvertAll(Indexes, index => _all[index]));

    /// <summary>Returns the set with the middleware of isolated routers that have one of some more routes, which are not in the set.</summary>
    public MatchedLayers WithIsolated(int[] routes) => Indexes.Length == Candidates.Length ? this : new(_all, Candidates, [.. Candidates, .. routes]);

    /// <summary>Returns the middleware of isolated routers that does not run, as far as they have one of some more routes; null for none.</summary>
    public MatchedLayers? Dropped(int[] routes) => Indexes.Length == Candidates.Length ? null
        : new(_all, [.. Candidates.Except(Indexes)], [.. Candidates, .. routes]);

    private static string? RouteNameOf(IEnumerable<RouteLayer> layers)
    {
        var route = layers.FirstOrDefault(layer => layer is { IsMiddleware: false, Text.Length: > 0 });
        return route is null || route.Text[0] == '/' || route.Path is { Regex: not null, Segments.Length: 0 } ? route?.Text : "/" + route.Text;
    }
}
