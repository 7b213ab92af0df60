using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>Error middleware as a step of the chain: without an error, it only calls <c>next</c>.</summary>
internal sealed class ErrorMiddlewareHandler(NodeErrorMiddleware middleware)
{
    public NodeErrorMiddleware Middleware => middleware;

    /// <summary>Returns the error middleware of a step; null when it has none.</summary>
    public static NodeErrorMiddleware? Of(ChainStep step) => (step.Function.Target as ErrorMiddlewareHandler)?.Middleware;

    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "The delegate's target identifies the middleware.")]
    public Task PassAsync(HttpRequest req, HttpResponse res, NextHandler next) => next();
}
