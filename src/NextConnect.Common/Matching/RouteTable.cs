namespace NextConnect;

/// <summary>The layers of a frozen router in registration order, and the search through them.</summary>
/// <param name="layers">The layers.</param>
/// <param name="sizeLimit">The greatest size of the search's states in bytes; null to derive it from the table.</param>
internal sealed class RouteTable(RouteLayer[] layers, long? sizeLimit = null)
{
    private readonly RouteDfa _dfa = new(layers, sizeLimit);

    /// <summary>Gets the size of the search's states so far.</summary>
    public DfaSize Size => _dfa.Size;

    /// <summary>Returns the same table with another limit.</summary>
    public RouteTable WithSizeLimit(long limit) => new(layers, limit);

    /// <summary>Finds all layers that match, in registration order (trouter's <c>find</c>).</summary>
    /// <exception cref="System.Text.RegularExpressions.RegexMatchTimeoutException">A regular expression exceeded its time limit.</exception>
    public RouteMatch Find(string method, string path)
    {
        var slashes = SlashMask.Of(path);
        return new(_dfa.Find(method, path, slashes), path, slashes);
    }

    /// <summary>
    /// Returns what runs before an automatic response: what matches, and the middleware of isolated routers that have a route for the path under another
    /// method.
    /// </summary>
    public RouteMatch ForAutomaticResponse(string method, string path)
    {
        var slashes = SlashMask.Of(path);
        return new(_dfa.Find(method, path, slashes).WithIsolated(_dfa.FindWithMethod(path, slashes).Candidates), path, slashes);
    }

    /// <summary>
    /// Returns what of <see cref="ForAutomaticResponse"/> has not run when the layers that match have passed on; null for nothing.
    /// </summary>
    public RouteMatch? ForLateAutomaticResponse(string method, string path)
    {
        var slashes = SlashMask.Of(path);
        var dropped = _dfa.Find(method, path, slashes).Dropped(_dfa.FindWithMethod(path, slashes).Candidates);
        return dropped is null ? null : new(dropped, path, slashes);
    }

    /// <inheritdoc cref="AutomaticResponse.Find"/>
    public AutomaticResponse? FindAutomaticResponse(string method, string path, HandlerOptions options) =>
        AutomaticResponse.Find(method, options, () => MethodsOf(path));

    /// <summary>Lists the methods that have a route for a path, sorted; HEAD with GET.</summary>
    /// <exception cref="System.Text.RegularExpressions.RegexMatchTimeoutException">A regular expression exceeded its time limit.</exception>
    public SortedSet<string> MethodsOf(string path) =>
        RouteLayer.MethodsOf(_dfa.FindWithMethod(path, SlashMask.Of(path)).Indexes.Select(index => layers[index]));
}
