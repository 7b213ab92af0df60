namespace NextConnect;

/// <summary>Returns a response: its own, or the one that <paramref name="next"/> returned.</summary>
/// <param name="req">The request.</param>
/// <param name="ctx">What the host passes with the request.</param>
/// <param name="next">Runs the rest of the chain and returns its response, never null; call it at most once, and await or return its task.</param>
/// <returns>The response.</returns>
public delegate Task<HttpResponseMessage> EdgeHandler(HttpRequestMessage req, EdgeContext ctx, NextHandler<HttpResponseMessage> next);

/// <summary>Returns a response and ends the chain.</summary>
/// <param name="req">The request.</param>
/// <param name="ctx">What the host passes with the request.</param>
/// <returns>The response.</returns>
public delegate Task<HttpResponseMessage> EdgeEndpoint(HttpRequestMessage req, EdgeContext ctx);

/// <summary>Returns a response at once, without a task, and ends the chain.</summary>
/// <param name="req">The request.</param>
/// <param name="ctx">What the host passes with the request.</param>
/// <returns>The response.</returns>
public delegate HttpResponseMessage EdgeSyncEndpoint(HttpRequestMessage req, EdgeContext ctx);

/// <summary>Returns the response to a request whose chain failed, or null to decline: then the default one follows.</summary>
/// <param name="error">What was thrown.</param>
/// <param name="req">The request.</param>
/// <param name="ctx">What the host passes with the request.</param>
/// <returns>The response, or null.</returns>
#nullable disable annotations // A Task<HttpResponseMessage?> would refuse a Task<HttpResponseMessage>; without annotation it takes both.
public delegate Task<HttpResponseMessage> EdgeErrorHandler(
#nullable restore annotations
    Exception error, HttpRequestMessage req, EdgeContext ctx);
