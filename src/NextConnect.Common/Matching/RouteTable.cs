namespace NextConnect;

/// <summary>The layers of a frozen router in registration order, and the search through them.</summary>
/// <param name="layers">The layers.</param>
/// <param name="stateLimit">The greatest number of states; null to derive it from the table.</param>
internal sealed class RouteTable(RouteLayer[] layers, int? stateLimit = null)
{
    private readonly RouteDfa _dfa = new(layers, stateLimit);

    /// <summary>Gets the number of states so far.</summary>
    public int StateCount => _dfa.StateCount;

    /// <summary>Gets the greatest number of states.</summary>
    public int StateLimit => _dfa.StateLimit;

    /// <summary>Returns the same table with another limit.</summary>
    public RouteTable WithStateLimit(int limit) => new(layers, limit);

    /// <summary>Finds all layers that match, in registration order (trouter's <c>find</c>).</summary>
    /// <exception cref="System.Text.RegularExpressions.RegexMatchTimeoutException">A regular expression exceeded its time limit.</exception>
    public RouteMatch Find(string method, string path)
    {
        var slashes = SlashMask.Of(path);
        return new(_dfa.Find(method, path, slashes), path, slashes);
    }

    /// <inheritdoc cref="AutomaticResponse.Find"/>
    public AutomaticResponse? FindAutomaticResponse(string method, string path, HandlerOptions options) =>
        AutomaticResponse.Find(layers, method, path, options);

    /// <inheritdoc cref="RouteLayer.MethodsOf"/>
    public SortedSet<string> MethodsOf(string path) => RouteLayer.MethodsOf(layers, path);
}
