using System.Diagnostics.CodeAnalysis;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>One ASP.NET Core request for an <see cref="EdgeRouter"/>.</summary>
[SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The host disposes the request.")]
internal sealed class HttpContextExchange(HttpContext context) : EdgeExchange(HttpContextRequest.Of(context), ContextOf(context))
{
    private bool _isSent;

    protected override bool HasStarted => context.Response.HasStarted;

    protected override Task SendAsync(HttpResponseMessage response)
    {
        var target = context.Response;
        if (_isSent)
            target.Clear(); // what was set before it failed
        _isSent = true;
        target.StatusCode = (int)response.StatusCode;
        target.ContentLength = null;
        CopyHeaders(response);
        return HasBody(response) ? CopyBodyAsync(response, target.Body) : Task.CompletedTask;
    }

    protected override void Abort() => context.Abort();

    protected override Task CompleteAsync() => context.Response.CompleteAsync();

    protected override void OnRouteMatched(string route) => RouteTag.Set(context, route);

    protected override void OnPassedOn(HttpResponseMessage response)
    {
        foreach (var (name, value) in HeadersOf(response))
        {
            if (response.Headers.NonValidated.Contains(name)) // its content is not sent
                context.Response.Headers.Append(name, value);
        }
    }

    /// <summary>A request that the server refuses while its body is read (too large, cut off) is not the handlers' failure.</summary>
    protected override HttpStatusCode OnError(Exception exception)
    {
        var bad = CauseOf(exception) as BadHttpRequestException;
        NodeErrors.LogError(context, bad ?? exception);
        return bad is null ? HttpStatusCode.InternalServerError : (HttpStatusCode)bad.StatusCode;
    }

    protected override void OnUnawaitedError(Exception exception, string layer) => NodeErrors.LogUnawaited(context, exception, layer);

    protected override void OnBackgroundError(Exception exception) =>
        Log.BackgroundFailed(Log.Of(context), exception, context.Request.Method, context.Request.Path.Value ?? "");

    protected override bool IsDisconnect(Exception exception) => NodeErrors.IsDisconnect(context, CauseOf(exception));

    private static EdgeContext ContextOf(HttpContext context) => new(context.RequestServices, context.RequestAborted)
    {
        User = context.User,
        RemoteAddress = context.Connection.RemoteIpAddress,
        PathBase = context.Request.PathBase.Value ?? "",
    };

    private void CopyHeaders(HttpResponseMessage response)
    {
        foreach (var (name, value) in HeadersOf(response))
        {
            if (name == "Content-Length")
                context.Response.ContentLength = response.Content.Headers.ContentLength;
            else
                context.Response.Headers.Append(name, value);
        }
    }
}
