namespace NextConnect.Edge.Tests.Support;

/// <summary>A body of unknown length.</summary>
internal sealed class UnseekableStream(byte[] bytes) : MemoryStream(bytes)
{
    public override bool CanSeek => false;
}
