using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace NextConnect;

/// <content>Streams.</content>
public static partial class EdgeResponse
{
    /// <summary>Makes a response that is sent while it is made. Each text is requested when the last one is written: slow clients slow the source.</summary>
    /// <param name="chunks">The texts, sent in UTF-8; the cancellation token fires when the client disconnects.</param>
    /// <param name="contentType">The media type.</param>
    /// <returns>The response. An error in the middle visibly truncates it.</returns>
    public static HttpResponseMessage Stream(IAsyncEnumerable<string> chunks, string contentType = "text/plain; charset=utf-8")
    {
        ArgumentNullException.ThrowIfNull(chunks);
        return Stream(Encode(chunks), contentType);
    }

    /// <summary>Makes a response that is sent while it is made. Each chunk is requested when the last is written: slow clients slow the source.</summary>
    /// <param name="chunks">The chunks; the cancellation token fires when the client disconnects.</param>
    /// <param name="contentType">The media type.</param>
    /// <returns>The response. An error in the middle visibly truncates it.</returns>
    public static HttpResponseMessage Stream(IAsyncEnumerable<ReadOnlyMemory<byte>> chunks, string contentType = "application/octet-stream")
    {
        ArgumentNullException.ThrowIfNull(chunks);
        return Of(HttpStatusCode.OK, new ChunkContent(chunks), contentType);
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Encode(
        IAsyncEnumerable<string> chunks, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var chunk in chunks.WithCancellation(cancellationToken).ConfigureAwait(false))
            yield return Encoding.UTF8.GetBytes(chunk);
    }
}
