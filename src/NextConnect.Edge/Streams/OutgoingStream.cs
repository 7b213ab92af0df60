namespace NextConnect;

/// <summary>
/// A body on its way to a stream that checks nothing itself: enforces the announced length, and fails after the reader disconnects, when a server's own
/// stream drops the bytes and endless content would never end.
/// </summary>
/// <param name="body">Where the bytes go.</param>
/// <param name="length">How many have been announced; null for any number.</param>
/// <param name="aborted">Fires when the bytes are no longer needed.</param>
internal sealed class OutgoingStream(Stream body, long? length, CancellationToken aborted) : WriteOnlyStream
{
    private long _written;

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Count(buffer.Length);
        return body.WriteAsync(buffer, cancellationToken);
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        Count(count);
        body.Write(buffer, offset, count);
    }

    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        aborted.ThrowIfCancellationRequested();
        return body.FlushAsync(cancellationToken);
    }

    public override void Flush() => body.Flush();

    /// <summary>Throws when the content is shorter than announced.</summary>
    public void CheckLength()
    {
        if (_written < length)
            throw new InvalidOperationException($"The content has only {_written} of the {length} bytes of its Content-Length. Correct or omit it.");
    }

    private void Count(int bytes)
    {
        aborted.ThrowIfCancellationRequested();
        if ((_written += bytes) > length)
            throw new InvalidOperationException($"The content is longer than its Content-Length of {length} bytes. Correct or omit it.");
    }
}
