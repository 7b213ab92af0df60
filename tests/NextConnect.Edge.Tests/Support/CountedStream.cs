namespace NextConnect.Edge.Tests.Support;

/// <summary>A body that counts how often it is disposed.</summary>
internal sealed class CountedStream(string text) : MemoryStream(System.Text.Encoding.UTF8.GetBytes(text))
{
    public int Disposals { get; private set; }

    protected override void Dispose(bool disposing)
    {
        Disposals++;
        base.Dispose(disposing);
    }
}
