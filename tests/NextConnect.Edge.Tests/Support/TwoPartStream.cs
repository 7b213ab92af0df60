namespace NextConnect.Edge.Tests;

/// <summary>Gives <c>one</c> at once and <c>two</c> when the gate opens.</summary>
internal sealed class TwoPartStream(Task gate) : Stream
{
    private int _parts;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_parts == 1)
            await gate;
        ReadOnlyMemory<byte> part = _parts++ switch { 0 => "one"u8.ToArray(), 1 => "two"u8.ToArray(), _ => default };
        part.CopyTo(buffer);
        return part.Length;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
