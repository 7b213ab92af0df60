namespace NextConnect;

/// <summary>The response when a path has routes only for other methods: 204 to OPTIONS, otherwise 405, both with <c>Allow</c> (RFC 9110 §15.5.6).</summary>
/// <param name="IsOptions">Whether it is the 204.</param>
/// <param name="Methods">The methods of the <c>Allow</c> header, sorted.</param>
internal sealed record AutomaticResponse(bool IsOptions, IReadOnlyCollection<string> Methods)
{
    public string Allow => string.Join(", ", Methods);

    /// <summary>Returns whether a request to which nothing has responded may get one of these responses.</summary>
    public static bool MayFollow(MatchedLayers layers, HandlerOptions options) =>
        layers.IsForAnyMethod && (options.HandleMethodNotAllowed || options.HandleOptions);

    /// <summary>Returns the response to a request that no route for its method matches; null when it is a no match.</summary>
    /// <param name="method">The request's method.</param>
    /// <param name="options">Which of the two responses are on.</param>
    /// <param name="findMethods">Lists the methods that have a route for the path; called only when it matters.</param>
    /// <exception cref="System.Text.RegularExpressions.RegexMatchTimeoutException">A regular expression exceeded its time limit.</exception>
    public static AutomaticResponse? Find(string method, HandlerOptions options, Func<SortedSet<string>> findMethods)
    {
        var isOptions = options.HandleOptions && method == "OPTIONS";
        if ((!isOptions && !options.HandleMethodNotAllowed) || findMethods() is not { Count: > 0 } methods)
            return null;

        if (options.HandleOptions)
            methods.Add("OPTIONS");
        return new(isOptions, methods);
    }
}
