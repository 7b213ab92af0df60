using System.Diagnostics.CodeAnalysis;

namespace NextConnect;

/// <summary>Connects a client and a server in memory: they share no more than a socket would carry.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable",
    Justification = "The token source has no timer, and either end may fire it at any time.")]
internal sealed class MemoryConnection
{
    private readonly CancellationTokenSource _aborted = new();
    private readonly TaskCompletionSource<HttpResponseMessage?> _head = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _hasEnded;

    /// <summary>Gets the token that fires when the client gives up before the server has sent all.</summary>
    public CancellationToken Aborted => _aborted.Token;

    /// <summary>Gets or sets what receives the error of a callback that a handler has registered with <see cref="Aborted"/>.</summary>
    public Action<Exception>? CallbackFailed { get; set; }

    public bool HasHead => _head.Task.IsCompleted;

    /// <summary>Gets why the response ended too early; null when it has not.</summary>
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

    /// <summary>Disconnects the client. Does nothing after the server's last byte.</summary>
    public void Disconnect()
    {
        if (!_hasEnded)
            _ = CancelAsync();
    }

    /// <summary>Fails the call of a client that could not send its body, or the response that it has begun to read; the server sees it disconnect.</summary>
    public void FailUpload(Exception error)
    {
        if (_head.TrySetException(error))
            _ = _head.Task.Exception; // observed, even when the caller no longer waits
        else if (!_hasEnded)
            Failure ??= new(HttpRequestError.Unknown, "The request body could not be sent.", error);
        Disconnect();
    }

    /// <summary>Sends the headers; null when nothing matched.</summary>
    public void SendHead(HttpResponseMessage? head) => _head.TrySetResult(head);

    /// <summary>Ends the response after its last byte.</summary>
    public void End()
    {
        if (Aborted.IsCancellationRequested)
            _head.TrySetCanceled(Aborted);
        _hasEnded = true;
    }

    /// <summary>Ends the response before it is complete.</summary>
    public void Break()
    {
        if (!Aborted.IsCancellationRequested)
            Failure ??= new(HttpRequestError.ResponseEnded, "The response ended before it was complete.");
        End();
    }

    private async Task CancelAsync()
    {
        try
        {
            await _aborted.CancelAsync().ConfigureAwait(false); // callbacks of handlers run on another thread
        }
        catch (AggregateException error)
        {
            CallbackFailed?.Invoke(error);
        }
    }
}
