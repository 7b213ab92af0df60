namespace NextConnect;

/// <summary>The layers of a frozen router in registration order, what each of them runs, and the search through them.</summary>
/// <param name="layers">The layers.</param>
/// <param name="steps">What each layer runs.</param>
/// <param name="stateLimit">How many states the search may make; null for a number that suits the table.</param>
internal sealed class RouteTable<THandler, TEndpoint>(RouteLayer[] layers, ChainStep<THandler, TEndpoint>[][] steps, int? stateLimit = null)
    where THandler : Delegate
    where TEndpoint : Delegate
{
    private readonly RouteAutomaton _automaton = new(layers, indexes => Concatenate(steps, indexes), stateLimit);

    /// <summary>Gets the number of states the search has made so far.</summary>
    public int StateCount => _automaton.StateCount;

    /// <summary>Gets the number of states it will never exceed.</summary>
    public int StateLimit => _automaton.StateLimit;

    /// <summary>Returns the same table with a limit of its own.</summary>
    public RouteTable<THandler, TEndpoint> WithStateLimit(int limit) => new(layers, steps, limit);

    /// <summary>Finds all layers that match, in registration order (trouter's <c>find</c>).</summary>
    /// <exception cref="System.Text.RegularExpressions.RegexMatchTimeoutException">A regular expression hit its time limit.</exception>
    public RouteMatch<THandler, TEndpoint> Find(string method, string path) => new(_automaton.Find(method, path), path);

    /// <summary>Lists the methods that have a route for a path, sorted; HEAD with GET.</summary>
    public SortedSet<string> MethodsOf(string path) => RouteLayer.MethodsOf(layers, path);

    private static ChainStep<THandler, TEndpoint>[] Concatenate(ChainStep<THandler, TEndpoint>[][] steps, int[] indexes)
    {
        var count = 0;
        foreach (var index in indexes)
            count += steps[index].Length;

        var chain = new ChainStep<THandler, TEndpoint>[count];
        var position = 0;
        foreach (var index in indexes)
        {
            steps[index].CopyTo(chain, position);
            position += steps[index].Length;
        }
        return chain;
    }
}
