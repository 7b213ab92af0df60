using System.IO.Pipelines;

namespace NextConnect;

/// <summary>The writing end of a body: waits until the reader has room, enforces the announced length, and fails when the reader is gone.</summary>
/// <param name="body">Where the bytes go.</param>
/// <param name="length">How many have been announced; null for any number.</param>
/// <param name="aborted">Fires when the bytes are no longer needed.</param>
internal sealed class BodyWriteStream(PipeWriter body, long? length, CancellationToken aborted) : WriteOnlyStream
{
    private long _written;

    /// <summary>Gets what runs before the first byte, or before a flush.</summary>
    public Action? Starting { get; init; }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        aborted.ThrowIfCancellationRequested();
        if (buffer.IsEmpty)
            return;
        if ((_written += buffer.Length) > length)
            throw new InvalidOperationException($"The content is longer than its Content-Length of {length} bytes. Correct or omit it.");
        Starting?.Invoke();
        using var gone = aborted.UnsafeRegister(static writer => ((PipeWriter)writer!).CancelPendingFlush(), body);
        var result = await body.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (result.IsCanceled || result.IsCompleted)
            throw new OperationCanceledException("The reader of this body has disconnected.");
    }

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new InvalidOperationException("Synchronous writes are refused, as by ASP.NET Core's servers. Call WriteAsync instead.");

    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        aborted.ThrowIfCancellationRequested();
        Starting?.Invoke();
        return Task.CompletedTask;
    }

    public override void Flush()
    {
    }

    /// <summary>Throws when the content is shorter than announced.</summary>
    public void CheckLength()
    {
        if (_written < length)
            throw new InvalidOperationException($"The content has only {_written} of the {length} bytes of its Content-Length. Correct or omit it.");
    }
}
