namespace NextConnect;

/// <summary>A set of layers that a request may match, and everything about them that does not depend on the request, computed once.</summary>
internal sealed class MatchedLayers
{
    private readonly RouteLayer[] _layers;
    private string? _route; // empty when no route has a pattern

    /// <param name="all">The table's layers.</param>
    /// <param name="candidates">The indexes of the layers that match, in order; where the set has conditions, of those that may.</param>
    public MatchedLayers(RouteLayer[] all, int[] candidates)
        : this(all, candidates, IsolatedRouter.Keep(all, candidates, candidates.Select(index => all[index])))
    {
    }

    private MatchedLayers(RouteLayer[] all, int[] candidates, int[] indexes)
    {
        Candidates = candidates;
        HasConditions = Array.Exists(candidates, index => all[index].Path.Regex is not null);
        Indexes = indexes;
        _layers = Array.ConvertAll(Indexes, index => all[index]);
        Steps = [.. _layers.SelectMany(StepsOf)];
        IsMiddlewareOnly = Array.TrueForAll(_layers, layer => layer.IsMiddleware);
        NeedsErrorRun = Array.Exists(_layers, layer => layer.HandlesErrors || layer.MountSegments > 0);
    }

    /// <summary>Gets the indexes of all layers that match, those of isolated routers too that do not run.</summary>
    public int[] Candidates { get; }

    /// <summary>Gets the indexes of the layers that run, in order.</summary>
    public int[] Indexes { get; }

    public ChainStep[] Steps { get; }

    public bool IsMiddlewareOnly { get; }

    /// <summary>Gets whether a layer handles errors or is mounted, so that the chain needs a run that supports both.</summary>
    public bool NeedsErrorRun { get; }

    /// <summary>Gets whether a layer has a regular expression that must match too.</summary>
    public bool HasConditions { get; }

    /// <summary>Gets the pattern that names the request in telemetry: that of the first route that has one, with a leading slash; null without one.</summary>
    public string? Route => (_route ??= RouteNameOf(_layers) ?? "").Length == 0 ? null : _route;

    /// <summary>Gets what reads the parameters of all layers; later layers override earlier ones.</summary>
    public ParamReader Params => field ??= new(_layers);

    /// <summary>
    /// Gets, by step, what reads the parameters of its layer's own pattern where another layer gives one of them another value; null for other steps. Empty
    /// when there are no such layers.
    /// </summary>
    public ParamReader?[] OwnParams => field ??= OwnParamsOf(_layers);

    /// <summary>
    /// Returns the set that runs before an automatic response to a path: with the middleware of isolated routers that have a route for it under any method.
    /// </summary>
    public MatchedLayers ForAutomaticResponse(RouteLayer[] all, string path)
    {
        return Indexes.Length == Candidates.Length
            ? this
            : new(all, Candidates, IsolatedRouter.Keep(all, Candidates, all.Where(layer => layer.Isolation is not null && Accepts(layer))));

        bool Accepts(RouteLayer layer) => layer.Path.TryMatch(new PathSegments(path, stackalloc int[PathSegments.StackLimit]), null);
    }

    private static IEnumerable<ChainStep> StepsOf(RouteLayer layer) =>
        layer.Functions.Select(function => new ChainStep(function.Delegate, function.TakesNext, layer));

    private static ParamReader?[] OwnParamsOf(RouteLayer[] layers)
    {
        var readers = SharedParams.FindOwn(layers);
        return Array.TrueForAll(readers, reader => reader is null) ? []
            : [.. layers.Zip(readers).SelectMany(pair => Enumerable.Repeat(pair.Second, pair.First.Functions.Length))];
    }

    private static string? RouteNameOf(RouteLayer[] layers)
    {
        var route = Array.Find(layers, layer => layer is { IsMiddleware: false, Text.Length: > 0 });
        return route is null || route.Text[0] == '/' || route.Path is { Regex: not null, Segments.Length: 0 } ? route?.Text : "/" + route.Text;
    }
}
