namespace NextConnect;

/// <summary>Holds what the routers record of a request: in a field of an <see cref="EdgeRequest"/>, in the options of any other message.</summary>
internal sealed class RequestState
{
    private static readonly HttpRequestOptionsKey<RequestState> Key = new("NextConnect");
    private List<IDisposable>? _owned;

    private RouteParams? _afterRun; // what the next run begins with; null for the present ones
    private int _runs;

    /// <summary>Gets or sets the path that the host has decoded; null to use the URI's.</summary>
    public string? Path { get; set; }

    /// <summary>Gets or sets the route parameters, as the layer that runs sees them.</summary>
    public RouteParams Params { get; set; } = RouteParams.Empty;

    /// <summary>Gets or sets the name of the route (see <see cref="MatchedLayers.Route"/>).</summary>
    public string? Route { get; set; }

    /// <summary>Gets or sets the methods of the path's routes, for a CORS preflight.</summary>
    public IReadOnlyCollection<string> Methods { get; set; } = [];

    /// <summary>Gets or sets the cookies that the response will set; null for none.</summary>
    public EdgeResponseCookies? Cookies { get; set; }

    /// <summary>Gets or sets the headers that every response to the request receives, an error's too; null for none.</summary>
    public CommonHeaders? CommonHeaders { get; set; }

    /// <summary>Gets or sets the functions that receive how the request ended; null for none.</summary>
    public RequestWatchers? Watchers { get; set; }

    /// <summary>Gets or sets the response that <c>req.Respond</c> has decided and no layer has returned yet.</summary>
    public HttpResponseMessage? Decided { get; set; }

    /// <summary>Gets or sets whether the form has been read from a body that cannot be read again.</summary>
    public bool IsFormRead { get; set; }

    /// <summary>Returns the state of a request; null when it has none yet.</summary>
    public static RequestState? Find(HttpRequestMessage req) =>
        req is EdgeRequest own ? own.State : req.Options.TryGetValue(Key, out var state) ? state : null;

    public static RequestState Of(HttpRequestMessage req)
    {
        if (Find(req) is { } known)
            return known;
        var state = new RequestState();
        req.Options.Set(Key, state);
        return state;
    }

    /// <summary>
    /// Disposes an object with the request, which a host does after the response: one that is lost may still be a part of the one that is sent.
    /// </summary>
    public void Own(IDisposable item)
    {
        var owned = LazyInitializer.EnsureInitialized(ref _owned, static () => []);
        lock (owned)
            owned.Add(item);
    }

    public void DisposeOwned() => Interlocked.Exchange(ref _owned, null)?.ForEach(item => item.Dispose());

    /// <summary>Returns the one path of a request: the host's, never decoded again, or what a server makes of the URI. Null when it cannot be routed.</summary>
    public static string? PathOf(HttpRequestMessage req)
    {
        var path = Find(req)?.Path ?? (req.RequestUri is { } uri ? RequestPath.Of(uri) : null);
        return path is not null && RequestPath.IsRoutable(path) ? path : null;
    }

    /// <summary>Begins a router's run: what an earlier one has matched is gone. Returns the parameters for <see cref="EndParams"/>.</summary>
    public RouteParams BeginParams()
    {
        if (_runs++ == 0)
            (Params, _afterRun) = (_afterRun ?? Params, null);
        return Params;
    }

    /// <summary>Ends a router's run.</summary>
    /// <param name="before">The parameters before it.</param>
    /// <param name="isHandler">
    /// Whether it was a handler: then a body that is made while it is sent still reads the run's parameters, unless the run was one inside another's.
    /// </param>
    public void EndParams(RouteParams before, bool isHandler)
    {
        if (--_runs == 0 && isHandler)
            _afterRun = before;
        else
            Params = before;
    }

    /// <summary>Adds parameters; values that are already there win (next-connect 1.x).</summary>
    public void AddParams(RouteParams matched)
    {
        if (matched.Count > 0)
            Params = Params.Count == 0 ? matched : RouteParamsBuilder.Merge(matched, Params);
    }
}
