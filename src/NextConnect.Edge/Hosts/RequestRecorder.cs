namespace NextConnect;

/// <summary>Records the requests that an in-memory transport has got, for a test to look at. May be shared by several transports.</summary>
/// <example><code>
/// var recorder = new RequestRecorder();
/// using var client = new HttpClient(router.ToHttpMessageHandler(recorder: recorder));
/// </code></example>
public sealed class RequestRecorder
{
    private readonly Lock _lock = new();
    private readonly List<RecordedRequest> _requests = [];

    /// <summary>Gets the calls so far, in the order they came; a copy.</summary>
    public IReadOnlyList<RecordedRequest> Requests
    {
        get
        {
            lock (_lock)
                return [.. _requests];
        }
    }

    /// <summary>Records a request. Its body is read whole, so that a test can see what no handler has read.</summary>
    internal async Task<RecordedRequest> AddAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false) : [];
        var call = new RecordedRequest(request, body);
        lock (_lock)
            _requests.Add(call);
        return call;
    }
}
