using System.Net;

namespace NextConnect;

/// <summary>Represents one request and its response on a host of your own. Derive from it, and pass it to an <see cref="EdgeHost"/>.</summary>
/// <param name="request">
/// The request: method, address, headers (<see cref="EdgeRequest.AddHeader"/>), and a body that is read when a handler reads it. The host sets
/// <see cref="EdgeRequest.Path"/> when it has decoded the path already.
/// </param>
/// <param name="context">The context: services, user, address, path base, and the token that fires when the client disconnects.</param>
public abstract class EdgeExchange(EdgeRequest request, EdgeContext context) : IRequestObserver
{
    /// <summary>Gets the request.</summary>
    public EdgeRequest Request { get; } = request ?? throw new ArgumentNullException(nameof(request));

    /// <summary>Gets the host's context; handlers may see one of their own (<see cref="EdgeHandlerOptions.CreateContext"/>).</summary>
    public EdgeContext Context { get; } = context ?? throw new ArgumentNullException(nameof(context));

    /// <summary>Gets whether a byte of the response, its head included, has been sent: then it cannot be replaced.</summary>
    protected internal abstract bool HasStarted { get; }

    /// <summary>
    /// Sends a response: its status, the lines of <see cref="HeadersOf"/>, and its content when it <see cref="HasBody"/>, in chunks as the content writes them.
    /// The status is final and the headers are safe to write. Called a second time, with an error's response, when it fails before <see cref="HasStarted"/>.
    /// </summary>
    /// <param name="response">The response. Do not dispose it.</param>
    /// <returns>A task that completes when the host has taken the last byte.</returns>
    protected internal abstract Task SendAsync(HttpResponseMessage response);

    /// <summary>Ends the exchange at once, without a complete response: the client has disconnected, or an error came after the start.</summary>
    protected internal abstract void Abort();

    /// <summary>Completes a response that was sent, before the host waits for background work. By default does nothing.</summary>
    /// <returns>A task that completes when the client no longer waits.</returns>
    protected internal virtual Task CompleteAsync() => Task.CompletedTask;

    /// <summary>
    /// Called when a route matches, before its chain runs: for spans and metrics. What it throws is an error of the request, and the chain does not run. By
    /// default does nothing.
    /// </summary>
    /// <param name="route">The pattern that names the request, base paths included: <c>/users/:id</c>. Null when no route that matches has one.</param>
    protected internal virtual void OnRouteMatched(string? route)
    {
    }

    /// <summary>
    /// Receives the 404 that layers may have added headers to, when a request is passed on: before background work has ended. By default does nothing.
    /// </summary>
    /// <param name="response">The response that is not sent.</param>
    protected internal virtual void OnPassedOn(HttpResponseMessage response)
    {
    }

    /// <summary>Logs an error that no <see cref="EdgeHandlerOptions.OnError"/> has handled. By default writes it to standard error.</summary>
    /// <param name="exception">The error.</param>
    /// <returns>The status of the response; 500 by default.</returns>
    protected internal virtual HttpStatusCode OnError(Exception exception) => StandardErrorObserver.Instance.OnError(exception);

    /// <summary>
    /// Logs an error of <c>next</c> that a layer has responded to, or has overlooked: it did not await the error, and its response stands. By default writes it
    /// to standard error.
    /// </summary>
    /// <param name="exception">The error.</param>
    /// <param name="layer">The layer, such as <c>use /api</c>.</param>
    protected internal virtual void OnUnawaitedError(Exception exception, string layer) => StandardErrorObserver.Instance.OnUnawaitedError(exception, layer);

    /// <summary>Logs a failure of background work (<see cref="EdgeContext.WaitUntil"/>). By default writes it to standard error.</summary>
    /// <param name="exception">The error.</param>
    protected internal virtual void OnBackgroundError(Exception exception) => StandardErrorObserver.Log(exception);

    /// <summary>Returns whether an error only means that the client has disconnected: then nothing is logged and no response is sent.</summary>
    /// <param name="exception">The error.</param>
    /// <returns>By default, whether <see cref="EdgeContext.Aborted"/> has fired and the error is a cancellation or one of the transport.</returns>
    protected internal virtual bool IsDisconnect(Exception exception) => StandardErrorObserver.Instance.IsDisconnect(Context, exception);

    /// <summary>Returns whether a response to this request has a body: not to HEAD, and not with 204, 205 or 304.</summary>
    /// <param name="response">The response.</param>
    /// <returns>Whether its content is to be sent.</returns>
    protected bool HasBody(HttpResponseMessage response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return ResponseHead.HasBody(Request.Method, response);
    }

    /// <summary>Lists the header lines to send, one for each value, without those of the connection, with <c>Content-Length</c> when it is known.</summary>
    /// <param name="response">The response.</param>
    /// <returns>Names and values.</returns>
    protected static IEnumerable<KeyValuePair<string, string>> HeadersOf(HttpResponseMessage response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return ResponseHead.Lines(response);
    }

    /// <summary>
    /// Copies a response's content to a stream of the host, chunk by chunk. Writing fails after the client disconnects, even when the stream itself drops the
    /// bytes: this ends content that writes endlessly without a token. Content that waits without a token is left behind a few seconds later.
    /// </summary>
    /// <param name="response">The response. Its trailers are known after this.</param>
    /// <param name="body">Where the bytes go; it is not disposed.</param>
    /// <returns>A task that completes with the last byte.</returns>
    /// <exception cref="InvalidOperationException">The content is longer or shorter than its <c>Content-Length</c>.</exception>
    protected async Task CopyBodyAsync(HttpResponseMessage response, Stream body)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(body);
        var target = new OutgoingStream(body, response.Content.Headers.ContentLength, Context.Aborted);
        await using (target.ConfigureAwait(false))
            await CopyAsync(response.Content, target).ConfigureAwait(false);
        target.CheckLength();
        (response as OwnResponse)?.AddLateTrailers();
    }

    /// <summary>Copies content whose client may disconnect meanwhile, even when the content does not notice.</summary>
    private async Task CopyAsync(HttpContent content, Stream target)
    {
        if (!await AbandonedWork.WaitAsync(content.CopyToAsync(target, Context.Aborted), Context.Aborted).ConfigureAwait(false))
            throw new OperationCanceledException("The client has disconnected.", Context.Aborted);
    }

    /// <summary>Unwraps the error of a stream that an <see cref="HttpContent"/> has copied.</summary>
    /// <param name="exception">The error.</param>
    /// <returns>Its cause, or the error itself.</returns>
    protected static Exception CauseOf(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return StandardErrorObserver.CauseOf(exception);
    }

    void IRequestObserver.OnRouteMatched(string? route) => OnRouteMatched(route);

    HttpStatusCode IRequestObserver.OnError(Exception error) => OnError(error);

    void IRequestObserver.OnUnawaitedError(Exception error, string layer) => OnUnawaitedError(error, layer);

    bool IRequestObserver.IsDisconnect(EdgeContext ctx, Exception error) => IsDisconnect(error);
}
