namespace NextConnect;

/// <summary>Records the requests that in-memory transports receive, for tests. Several transports may share it.</summary>
/// <example><code>
/// var recorder = new RequestRecorder();
/// using var client = new HttpClient(router.ToHttpMessageHandler(recorder: recorder));
/// </code></example>
public sealed class RequestRecorder
{
    private readonly Lock _lock = new();
    private readonly List<RecordedRequest> _requests = [];

    /// <summary>Gets a copy of the requests so far, in order.</summary>
    public IReadOnlyList<RecordedRequest> Requests
    {
        get
        {
            lock (_lock)
                return [.. _requests];
        }
    }

    /// <summary>Records a request. Its body is buffered, so that a test sees it even when no handler reads it.</summary>
    internal async Task<RecordedRequest> AddAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false) : [];
        var call = new RecordedRequest(request, body);
        lock (_lock)
            _requests.Add(call);
        return call;
    }
}
