namespace NextConnect.Faults.Tests;

/// <summary>A body of a given length that counts what was taken of it.</summary>
internal sealed class EndlessStream(long length) : Stream
{
    private const int Period = 2_048;

    /// <summary>Bytes that differ from place to place, so that what is lost, doubled or moved changes the hash; several periods, to copy many at a time.</summary>
    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 32 * Period).Select(position => (byte)(position * 31 >> 3))];

    private readonly TaskCompletionSource _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _taken;

    public Task Disposed => _disposed.Task;

    public long Taken => Interlocked.Read(ref _taken);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var start = (int)(_taken % Period);
        var count = (int)Math.Min(Math.Min(buffer.Length, length - _taken), Bytes.Length - start);
        Bytes.AsSpan(start, count).CopyTo(buffer);
        Interlocked.Add(ref _taken, count);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<int>(cancellationToken) : ValueTask.FromResult(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _disposed.TrySetResult();
        base.Dispose(disposing);
    }
}
