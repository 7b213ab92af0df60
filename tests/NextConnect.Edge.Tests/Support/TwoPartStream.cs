namespace NextConnect.Edge.Tests;

/// <summary>Gives <c>one</c> at once and <c>two</c> when the gate opens.</summary>
internal sealed class TwoPartStream(Task gate) : TestStream
{
    private int _parts;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_parts == 1)
            await gate;
        ReadOnlyMemory<byte> part = _parts++ switch { 0 => "one"u8.ToArray(), 1 => "two"u8.ToArray(), _ => default };
        part.CopyTo(buffer);
        return part.Length;
    }
}
