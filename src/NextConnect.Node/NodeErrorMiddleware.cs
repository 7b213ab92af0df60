using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>Goes on after an error: without argument the error is handled and the next layer runs; with one, the next error middleware does.</summary>
/// <param name="error">Null when the error is handled; otherwise what the next error middleware gets.</param>
/// <returns>A task that ends when the rest of the chain has ended.</returns>
public delegate Task NodeErrorNext(Exception? error = null);

/// <summary>Handles an error of the layers before it (Connect's and Express's error-handling middleware).</summary>
/// <param name="error">What was thrown.</param>
/// <param name="req">The request.</param>
/// <param name="res">The response. When it has already started, nothing can be answered any more, and the connection is aborted afterwards.</param>
/// <param name="next">Leaves error mode, or passes an error on; call it at most once, and await or return its task. Not calling it ends the chain.</param>
/// <returns>A task that ends when the error is handled. What it throws replaces the error.</returns>
public delegate Task NodeErrorMiddleware(Exception error, HttpRequest req, HttpResponse res, NodeErrorNext next);
