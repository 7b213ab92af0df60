namespace NextConnect;

/// <summary>
/// A response body whose writes fail when the client has gone. The server's own succeed and drop the bytes, so that a content that writes without a
/// token, for ever, would never end.
/// </summary>
internal sealed class EdgeResponseStream(Stream body, CancellationToken aborted) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        aborted.ThrowIfCancellationRequested();
        return body.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count)
    {
        aborted.ThrowIfCancellationRequested();
        body.Write(buffer, offset, count);
    }

    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        aborted.ThrowIfCancellationRequested();
        return body.FlushAsync(cancellationToken);
    }

    public override void Flush() => body.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
