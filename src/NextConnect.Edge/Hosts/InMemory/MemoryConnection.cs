using System.Diagnostics.CodeAnalysis;

namespace NextConnect;

/// <summary>What a client's and a server's end in memory know of each other: no more than what a socket would carry.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "The token source has no timer, and either end may fire it at any time.")]
internal sealed class MemoryConnection
{
    private readonly CancellationTokenSource _aborted = new();
    private readonly TaskCompletionSource<HttpResponseMessage?> _head = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _hasEnded;

    /// <summary>Gets the token that fires when the client gives up before the server has written all.</summary>
    public CancellationToken Aborted => _aborted.Token;

    public bool HasHead => _head.Task.IsCompleted;

    /// <summary>Gets what made the response end too early; null when it is whole so far.</summary>
    public HttpIOException? Failure { get; private set; }

    /// <summary>Waits until the server has sent headers; null when nothing matched. The caller's token ends the wait at once.</summary>
    public async Task<HttpResponseMessage?> ReadHeadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _head.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Disconnect();
            throw;
        }
    }

    /// <summary>The client disconnects. After the server's last byte it makes no difference.</summary>
    public void Disconnect()
    {
        if (!_hasEnded)
            _ = _aborted.CancelAsync(); // what handlers have registered runs elsewhere
    }

    /// <summary>The client could not send its body: its call fails, and the server sees it disconnect.</summary>
    public void FailUpload(Exception error)
    {
        if (!_head.TrySetException(error))
            return;
        _ = _head.Task.Exception; // observed, also when the caller has left
        Disconnect();
    }

    /// <summary>The server sends headers; null when nothing matched.</summary>
    public void SendHead(HttpResponseMessage? head) => _head.TrySetResult(head);

    /// <summary>The server has sent its last byte.</summary>
    public void End()
    {
        if (Aborted.IsCancellationRequested)
            _head.TrySetCanceled(Aborted);
        _hasEnded = true;
    }

    /// <summary>The server ends without a complete response.</summary>
    public void Break()
    {
        if (!Aborted.IsCancellationRequested)
            Failure = new(HttpRequestError.ResponseEnded, "The response ended before it was complete.");
        End();
    }
}
