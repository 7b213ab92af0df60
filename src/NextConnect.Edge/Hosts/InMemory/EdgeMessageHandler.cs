namespace NextConnect;

/// <summary>Answers an <see cref="HttpClient"/>'s requests by a router, as a server on the other end of a socket would.</summary>
/// <param name="endpoint">Answers; an <see cref="NoMatchResponse"/> hands the request to <paramref name="inner"/>.</param>
/// <param name="inner">Where unmatched requests go; null when the endpoint always answers.</param>
/// <param name="recorder">Where requests are recorded; null for nowhere.</param>
internal sealed class EdgeMessageHandler(EdgeEndpoint endpoint, HttpMessageHandler? inner, RequestRecorder? recorder) : HttpMessageHandler
{
    private readonly HttpMessageInvoker? _inner = inner is null ? null : new(inner);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var call = recorder is null ? null : await recorder.AddAsync(request, cancellationToken).ConfigureAwait(false);
        var exchange = new MemoryExchange(request);
        var ctx = new EdgeContext(null, exchange.Aborted);
        exchange.Run(() => endpoint(exchange.Request, ctx), ctx, cancellationToken.CanBeCanceled);

        var response = await exchange.ReadHeadAsync(cancellationToken).ConfigureAwait(false)
            ?? await _inner!.SendAsync(request, cancellationToken).ConfigureAwait(false);
        call?.Answered(response.StatusCode, wasMatched: exchange.WasMatched);
        return response;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _inner?.Dispose();
        base.Dispose(disposing);
    }
}
