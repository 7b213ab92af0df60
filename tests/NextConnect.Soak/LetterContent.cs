using System.Net;

namespace NextConnect.Soak;

/// <summary>Sends a text letter by letter.</summary>
internal sealed class LetterContent(string text) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        foreach (var letter in text)
        {
            await stream.WriteAsync(new[] { (byte)letter });
            await stream.FlushAsync();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
