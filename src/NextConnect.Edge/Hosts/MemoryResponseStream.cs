namespace NextConnect;

/// <summary>Reads a response body in memory. What the server had sent before it failed is read first, then the failure is thrown.</summary>
internal sealed class MemoryResponseStream(Stream bytes, MemoryExchange exchange) : Stream
{
    private bool _isDisposed;

    public override bool CanRead => !_isDisposed;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_isDisposed)
            return 0; // as a socket's stream
        var count = await bytes.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        return count == 0 && buffer.Length > 0 && exchange.Failure is { } failure ? throw failure : count;
    }

    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        if (!_isDisposed)
            await bytes.CopyToAsync(destination, bufferSize, cancellationToken).ConfigureAwait(false);
        if (exchange.Failure is { } failure)
            throw failure;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer, offset, count, CancellationToken.None).GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed)
        {
            _isDisposed = true;
            exchange.Abort();
            bytes.Dispose();
        }
        base.Dispose(disposing);
    }
}
