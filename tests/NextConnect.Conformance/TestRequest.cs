namespace NextConnect.Conformance;

/// <summary>A request as a server hands it over.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The decoded path.</param>
/// <param name="Query">The query with its question mark, or nothing.</param>
public sealed record TestRequest(string Method, string Path, string Query = "")
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets the route parameters that an outer router or the server has set before.</summary>
    public RouteParams Params { get; init; } = RouteParams.Empty;
}
