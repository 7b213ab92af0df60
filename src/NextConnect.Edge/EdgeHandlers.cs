namespace NextConnect;

/// <summary>Returns a response, its own or what <paramref name="next"/> gave.</summary>
/// <param name="req">The request.</param>
/// <param name="ctx">What the host hands in.</param>
/// <param name="next">Runs the rest of the chain and gives its response, never null; call it at most once.</param>
/// <returns>The response.</returns>
public delegate Task<HttpResponseMessage> EdgeHandler(HttpRequestMessage req, EdgeContext ctx, NextHandler<HttpResponseMessage> next);

/// <summary>Returns a response and ends the chain.</summary>
/// <param name="req">The request.</param>
/// <param name="ctx">What the host hands in.</param>
/// <returns>The response.</returns>
public delegate Task<HttpResponseMessage> EdgeEndpoint(HttpRequestMessage req, EdgeContext ctx);

/// <summary>Returns the response to a request whose chain failed.</summary>
/// <param name="error">What was thrown.</param>
/// <param name="req">The request.</param>
/// <param name="ctx">What the host hands in.</param>
/// <returns>The response.</returns>
public delegate Task<HttpResponseMessage> EdgeErrorHandler(Exception error, HttpRequestMessage req, EdgeContext ctx);
