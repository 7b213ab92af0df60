using System.IO.Pipelines;

namespace NextConnect;

/// <summary>The writing end of a body. It waits until the reader has room, keeps to the length announced, and fails when nobody reads any more.</summary>
/// <param name="body">Where the bytes go.</param>
/// <param name="length">How many have been announced; null for any number.</param>
/// <param name="aborted">Fires when nobody needs them any more.</param>
internal sealed class BodyWriteStream(PipeWriter body, long? length, CancellationToken aborted) : WriteOnlyStream
{
    private long _written;

    /// <summary>Gets what happens before the first byte, or before a flush.</summary>
    public Action? Starting { get; init; }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        aborted.ThrowIfCancellationRequested();
        if (buffer.IsEmpty)
            return;
        if ((_written += buffer.Length) > length)
            throw new InvalidOperationException($"The content gives more than the {length} bytes that its Content-Length announces.");
        Starting?.Invoke();
        using var gone = aborted.UnsafeRegister(static writer => ((PipeWriter)writer!).CancelPendingFlush(), body);
        var result = await body.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (result.IsCanceled || result.IsCompleted)
            throw new OperationCanceledException("The reader of this body has gone.");
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

    /// <summary>Refuses an end that comes too early.</summary>
    public void CheckLength()
    {
        if (_written < length)
            throw new InvalidOperationException($"The content gave {_written} of the {length} bytes that its Content-Length announces.");
    }
}
