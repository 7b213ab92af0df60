namespace NextConnect.Volume;

/// <summary>Looks at the heap after every 16 MiB that are read. In a process with other work it is an upper bound.</summary>
internal sealed class HeapWatchingStream(Stream source) : TestStream
{
    private readonly long _before = GC.GetTotalMemory(forceFullCollection: true);
    private long _read;

    /// <summary>Gets how much larger the heap has been than when the stream was made.</summary>
    public long Growth { get; private set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        const long Step = 16 << 20;
        var count = await source.ReadAsync(buffer, cancellationToken);
        if (_read / Step != (_read += count) / Step)
            Growth = Math.Max(Growth, GC.GetTotalMemory(forceFullCollection: true) - _before);
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            source.Dispose();
        base.Dispose(disposing);
    }
}
