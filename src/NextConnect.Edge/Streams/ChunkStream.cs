namespace NextConnect;

/// <summary>Reads chunks as a stream: requests the next one when it is read, and cancels the source when it is disposed.</summary>
internal sealed class ChunkStream : ReadOnlyStream
{
    private readonly CancellationTokenSource _gone = new();
    private readonly IAsyncEnumerator<ReadOnlyMemory<byte>> _chunks;
    private ReadOnlyMemory<byte> _chunk;
    private Task<bool>? _making;
    private bool _hasEnded;

    public ChunkStream(IAsyncEnumerable<ReadOnlyMemory<byte>> chunks) => _chunks = chunks.GetAsyncEnumerator(_gone.Token);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_chunk.IsEmpty)
        {
            _making ??= _chunks.MoveNextAsync().AsTask(); // a read that was cancelled leaves it to the next one
            if (!await _making.WaitAsync(cancellationToken).ConfigureAwait(false))
                return 0;
            _making = null;
            _chunk = _chunks.Current;
        }
        var length = Math.Min(buffer.Length, _chunk.Length);
        _chunk[..length].CopyTo(buffer);
        _chunk = _chunk[length..];
        return length;
    }

    public override async ValueTask DisposeAsync()
    {
        await AbandonedWork.WaitAsync(EndAsync(), new CancellationToken(canceled: true)).ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _ = EndAsync(); // the source may take a while to notice
        base.Dispose(disposing);
    }

    private async Task EndAsync()
    {
        if (_hasEnded)
            return;
        _hasEnded = true;
        await _gone.CancelAsync().ConfigureAwait(false);
        if (_making is not null)
            await ((Task)_making).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _chunks.DisposeAsync().ConfigureAwait(false);
        _gone.Dispose();
    }
}
