namespace NextConnect;

/// <summary>
/// A response body whose writes fail when the client has gone. The server's own succeed and drop the bytes, so that a content that writes without a
/// token, for ever, would never end.
/// </summary>
internal sealed class AbortableStream(Stream body, CancellationToken aborted) : WriteOnlyStream
{
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        aborted.ThrowIfCancellationRequested();
        return body.WriteAsync(buffer, cancellationToken);
    }

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
}
