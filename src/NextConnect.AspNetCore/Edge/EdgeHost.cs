using System.Diagnostics.CodeAnalysis;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>Serves one router: turns each request into a message, runs the router, and writes the message it gives.</summary>
/// <param name="handler">Answers a request; an <see cref="NoMatchResponse"/> hands it on.</param>
/// <param name="next">Where a request that nothing matched goes; null when the handler always answers.</param>
internal sealed class EdgeHost(EdgeEndpoint handler, RequestDelegate? next = null)
{
    /// <summary>Makes a host that always answers.</summary>
    public static EdgeHost Of(EdgeRouter router, EdgeHandlerOptions? options) => new(HandlerOf(router, options));

    /// <summary>Makes a host that hands on what nothing matched.</summary>
    public static EdgeHost Of(EdgeRouter router, EdgeHandlerOptions? options, RequestDelegate next) =>
        new(HandlerOf(router, NoMatchResponse.Instead(options)), next);

    public Task InvokeAsync(HttpContext context) => InvokeAsync(context, context.Request.PathBase, context.Request.Path);

    public Task InvokeAsync(HttpContext context, PathString pathBase, PathString path) =>
        RouterTelemetry.IsOn ? ObserveAsync(context, pathBase, path) : ServeAsync(context, pathBase, path);

    private static EdgeEndpoint HandlerOf(EdgeRouter router, EdgeHandlerOptions? options) =>
        router.Handler(options, LogError, static (req, route) => RouteTag.Set(EdgeRequestReader.ContextOf(req), route));

    private Task ObserveAsync(HttpContext context, PathString pathBase, PathString path) =>
        RouterTelemetry.ObserveAsync(context, context => ServeAsync(context, pathBase, path));

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Every error is answered.")]
    private async Task ServeAsync(HttpContext context, PathString pathBase, PathString path)
    {
        using var req = EdgeRequestReader.Read(context, pathBase, path);
        var ctx = new EdgeContext(context.RequestServices, context.RequestAborted)
        {
            User = context.User,
            RemoteAddress = context.Connection.RemoteIpAddress,
            PathBase = pathBase.Value ?? "",
        };
        try
        {
            if (await AnswerAsync(req, ctx, context).ConfigureAwait(false))
            {
                if (ctx.HasBackground)
                    await context.Response.CompleteAsync().ConfigureAwait(false); // the client does not wait for background work
                return;
            }
        }
        catch (Exception error)
        {
            if (!NodeDefaultResponses.TryAbandon(context, CauseOf(error)))
                await NodeDefaultResponses.ErrorAsync(context, error).ConfigureAwait(false);
            return;
        }
        finally
        {
            await FinishBackgroundAsync(context, ctx).ConfigureAwait(false);
        }
        await next!(context).ConfigureAwait(false); // its errors are not the router's
    }

    /// <summary>Runs the router and writes what it gives; false when nothing matched and the request is somebody else's.</summary>
    private async Task<bool> AnswerAsync(HttpRequestMessage req, EdgeContext ctx, HttpContext context)
    {
        using var response = await handler(req, ctx).ConfigureAwait(false);
        if (response is NoMatchResponse)
        {
            EdgeResponseWriter.CopyHeaders(response, context.Response);
            return false;
        }
        await EdgeResponseWriter.WriteAsync(response, context).ConfigureAwait(false);
        return true;
    }

    private static async Task FinishBackgroundAsync(HttpContext context, EdgeContext ctx)
    {
        foreach (var error in await ctx.WaitForBackgroundAsync().ConfigureAwait(false))
            Log.BackgroundFailed(Log.Of(context), error, context.Request.Method, context.Request.Path.Value ?? "");
    }

    /// <summary>Logs what the handlers threw. A request that the server refused while its body was read (too large, cut off) is not their failure.</summary>
    private static HttpStatusCode LogError(HttpRequestMessage req, Exception error)
    {
        var context = EdgeRequestReader.ContextOf(req);
        var cause = CauseOf(error);
        if (NodeDefaultResponses.TryAbandon(context, cause))
            return HttpStatusCode.BadRequest; // read by nobody

        NodeDefaultResponses.LogError(context, cause is BadHttpRequestException ? cause : error);
        return cause is BadHttpRequestException bad ? (HttpStatusCode)bad.StatusCode : HttpStatusCode.InternalServerError;
    }

    /// <summary>Contents wrap what happens to the streams they copy.</summary>
    private static Exception CauseOf(Exception error) => error is HttpRequestException { InnerException: { } inner } ? inner : error;
}
