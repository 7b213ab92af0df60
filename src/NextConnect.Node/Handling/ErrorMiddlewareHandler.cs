using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>Error middleware in its place in the chain: as long as there is no error, it lets the chain pass.</summary>
internal sealed class ErrorMiddlewareHandler(NodeErrorMiddleware middleware)
{
    public NodeErrorMiddleware Middleware => middleware;

    /// <summary>Returns the error middleware of a step; null when it has none.</summary>
    public static NodeErrorMiddleware? Of(ChainStep step) => (step.Function.Target as ErrorMiddlewareHandler)?.Middleware;

    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "The delegate's target tells the run which middleware this is.")]
    public Task PassAsync(HttpRequest req, HttpResponse res, NextHandler next) => next();
}
