namespace NextConnect;

/// <summary>Reads a response body in memory: first what the server sent before it failed, then throws the failure.</summary>
internal sealed class MemoryResponseStream(Stream bytes, MemoryConnection connection) : ReadOnlyStream
{
    private bool _isDisposed;

    public override bool CanRead => !_isDisposed;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_isDisposed)
            return 0; // as a socket's stream
        var count = await bytes.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        return count == 0 && buffer.Length > 0 && connection.Failure is { } failure ? throw failure : count;
    }

    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        if (!_isDisposed)
            await bytes.CopyToAsync(destination, bufferSize, cancellationToken).ConfigureAwait(false);
        if (connection.Failure is { } failure)
            throw failure;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed)
        {
            _isDisposed = true;
            connection.Disconnect();
            bytes.Dispose();
        }
        base.Dispose(disposing);
    }
}
