namespace NextConnect;

/// <summary>A response body whose writes fail after the client disconnects; a server's own drops the bytes, and endless content would never end.</summary>
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
