namespace NextConnect;

/// <summary>
/// Middleware that has a part in every response to the requests it matches, also in one for which no middleware runs: a 404 of <c>Handler()</c>.
/// </summary>
internal interface IEveryResponseMiddleware
{
    /// <summary>Records its part in the state of the request.</summary>
    void Prepare(HttpRequestMessage req, EdgeContext ctx);
}
