namespace NextConnect.Volume;

/// <summary>A body of a given length that counts what was taken of it.</summary>
internal sealed class EndlessStream(long length) : TestStream
{
    private const int Period = 2_048;

    /// <summary>Bytes that differ from place to place, so that losing, doubling or moving any changes the hash; several periods, to copy many.</summary>
    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 32 * Period).Select(position => (byte)(position * 31 >> 3))];

    private readonly TaskCompletionSource _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _taken;

    public Task Disposed => _disposed.Task;

    public long Taken => Interlocked.Read(ref _taken);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<int>(cancellationToken);
        var start = (int)(_taken % Period);
        var count = (int)Math.Min(Math.Min(buffer.Length, length - _taken), Bytes.Length - start);
        Bytes.AsMemory(start, count).CopyTo(buffer);
        Interlocked.Add(ref _taken, count);
        return ValueTask.FromResult(count);
    }

    protected override void Dispose(bool disposing)
    {
        _disposed.TrySetResult();
        base.Dispose(disposing);
    }
}
