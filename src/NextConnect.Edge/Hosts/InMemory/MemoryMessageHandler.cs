namespace NextConnect;

/// <summary>Serves an <see cref="HttpClient"/>'s requests with a router, as a server on the other end of a socket would.</summary>
/// <param name="host">Serves the router.</param>
/// <param name="inner">Receives requests that no route handles; null when the router always responds.</param>
/// <param name="recorder">Records the requests; null for none.</param>
internal sealed class MemoryMessageHandler(EdgeHost host, HttpMessageHandler? inner, RequestRecorder? recorder) : HttpMessageHandler
{
    private readonly HttpMessageInvoker? _inner = inner is null ? null : new(inner);

    // A handler that blocks must not hold up a caller that can cancel; any other caller waits anyway and saves the thread switch.
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, onOtherThread: cancellationToken.CanBeCanceled, cancellationToken);

    // On the caller's thread, a handler could wait for the very thread that waits for it.
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, onOtherThread: true, cancellationToken).GetAwaiter().GetResult();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, bool onOtherThread, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var recorded = recorder is null ? null : await recorder.AddAsync(request, cancellationToken).ConfigureAwait(false);
        var connection = new MemoryConnection();
        var exchange = new MemoryExchange(request, connection);
        connection.CallbackFailed = exchange.OnBackgroundError;
        _ = onOtherThread ? Task.Run(() => ServeAsync(exchange), CancellationToken.None) : ServeAsync(exchange);

        var response = await connection.ReadHeadAsync(cancellationToken).ConfigureAwait(false);
        var isMatched = response is not null;
        response ??= await _inner!.SendAsync(request, cancellationToken).ConfigureAwait(false);
        recorded?.Complete(response.StatusCode, isMatched);
        return response;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _inner?.Dispose();
        base.Dispose(disposing);
    }

    private async Task ServeAsync(MemoryExchange exchange)
    {
        if (_inner is null)
            await host.ServeAsync(exchange).ConfigureAwait(false);
        else if (!await host.TryServeAsync(exchange).ConfigureAwait(false))
            exchange.Request.Dispose();
    }
}
