namespace NextConnect;

/// <summary>Records the requests that an in-memory transport has got, for a test to look at. May be shared by several transports.</summary>
/// <example><code>
/// var calls = new EdgeCallLog();
/// using var client = new HttpClient(router.ToHttpMessageHandler(calls: calls));
/// </code></example>
public sealed class EdgeCallLog
{
    private readonly Lock _lock = new();
    private readonly List<EdgeCall> _calls = [];

    /// <summary>Gets the calls so far, in the order they came; a copy.</summary>
    public IReadOnlyList<EdgeCall> Calls
    {
        get
        {
            lock (_lock)
                return [.. _calls];
        }
    }

    /// <summary>Records a request. Its body is read whole, so that a test can see what no handler has read.</summary>
    internal async Task<EdgeCall> AddAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false) : [];
        var call = new EdgeCall(request, body);
        lock (_lock)
            _calls.Add(call);
        return call;
    }
}
