namespace NextConnect.Edge.Tests.Support;

/// <summary>A body that breaks off, as a transport reports it: by an exception of its own.</summary>
internal sealed class FailingStream : MemoryStream
{
    public override bool CanSeek => false;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        throw new EndOfStreamException("The client has gone.");
}
