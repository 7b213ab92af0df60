using System.Diagnostics.CodeAnalysis;
using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace NextConnect;

/// <summary>One ASP.NET Core request for an <see cref="EdgeRouter"/>.</summary>
[SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The host disposes the request.")]
internal sealed class HttpContextExchange(HttpContext context) : EdgeExchange(HttpContextRequest.Of(context), ContextOf(context))
{
    private readonly TaskCompletionSource _passedOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isSent;

    /// <summary>Gets the task that completes when no layer handles the request.</summary>
    public Task PassedOn => _passedOn.Task;

    protected override bool HasStarted => context.Response.HasStarted;

    protected override async Task SendAsync(HttpResponseMessage response)
    {
        var target = context.Response;
        if (_isSent)
            target.Clear(); // what was set before it failed
        _isSent = true;
        target.StatusCode = (int)response.StatusCode;
        target.ContentLength = null;
        PipelineHeaders.Replace(target.Headers, HeadersOf(response));
        if (!HasBody(response))
            return;
        await CopyBodyAsync(response, target.Body).ConfigureAwait(false);
        CopyTrailers(response);
    }

    protected override void Abort() => NodeErrors.Abandon(context);

    protected override Task CompleteAsync() => context.Response.CompleteAsync();

    /// <summary>Refuses a request whose antiforgery token is missing or not valid: ASP.NET Core leaves that to the endpoint.</summary>
    protected override void OnRouteMatched(string? route)
    {
        if (route is not null)
            RouteTag.Set(context, route);
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } refused)
            throw new EdgeRequestException("antiforgery token", "A valid antiforgery token is needed.", inner: refused.Error);
    }

    protected override void OnPassedOn(HttpResponseMessage response)
    {
        var headers = response.Headers.NonValidated;
        PipelineHeaders.Replace(context.Response.Headers, HeadersOf(response).Where(header => headers.Contains(header.Key))); // its content is not sent
        _passedOn.SetResult();
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

    protected override bool IsDisconnect(Exception exception) => exception is AggregateException { InnerExceptions: { Count: > 0 } errors }
        ? errors.All(IsDisconnect)
        : Disconnect.IsCause(context, CauseOf(exception));

    private static EdgeContext ContextOf(HttpContext context) => new(context.RequestServices, context.RequestAborted)
    {
        User = context.User,
        RemoteAddress = context.Connection.RemoteIpAddress,
        PathBase = context.Request.PathBase.Value ?? "",
    };

    /// <summary>Copies the trailers where the server can send them: over HTTP/2 and HTTP/3.</summary>
    private void CopyTrailers(HttpResponseMessage response)
    {
        if (context.Features.Get<IHttpResponseTrailersFeature>()?.Trailers is not { IsReadOnly: false } trailers)
            return;
        foreach (var (name, values) in response.TrailingHeaders.NonValidated)
            trailers[name] = values.ToArray();
    }
}
