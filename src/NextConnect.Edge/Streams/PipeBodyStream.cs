using System.IO.Pipelines;

namespace NextConnect;

/// <summary>The writing end of a body in memory: waits until the reader has room, and fails when the reader is gone.</summary>
/// <param name="body">Where the bytes go.</param>
/// <param name="aborted">Fires when the bytes are no longer needed.</param>
internal sealed class PipeBodyStream(PipeWriter body, CancellationToken aborted) : WriteOnlyStream
{
    /// <summary>Gets what runs before the first byte, or before a flush.</summary>
    public Action? Starting { get; init; }

    /// <summary>Gets whether a write failed because nothing reads this body any more.</summary>
    public bool IsAbandoned { get; private set; }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty)
            return;
        Starting?.Invoke();
        using var gone = aborted.UnsafeRegister(static writer => ((PipeWriter)writer!).CancelPendingFlush(), body);
        var result = await body.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        IsAbandoned = result.IsCompleted;
        if (result.IsCanceled || result.IsCompleted)
            throw new OperationCanceledException("The reader of this body has disconnected.");
    }

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new InvalidOperationException("Synchronous writes are refused, as by ASP.NET Core's servers. Call WriteAsync instead.");

    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        Starting?.Invoke();
        return Task.CompletedTask;
    }

    public override void Flush()
    {
    }
}
