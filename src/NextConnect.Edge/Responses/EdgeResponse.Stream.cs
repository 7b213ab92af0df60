using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace NextConnect;

/// <content>Streams.</content>
public static partial class EdgeResponse
{
    /// <summary>Makes a response that is sent while it is made: the next text is asked for when the one before has been written, so that a slow reader slows the maker down.</summary>
    /// <param name="chunks">The texts, sent in UTF-8; its cancellation token fires when the caller has gone.</param>
    /// <param name="contentType">The media type.</param>
    /// <returns>The response. An error in the middle cuts it off visibly.</returns>
    public static HttpResponseMessage Stream(IAsyncEnumerable<string> chunks, string contentType = "text/plain; charset=utf-8")
    {
        ArgumentNullException.ThrowIfNull(chunks);
        return Stream(Encode(chunks), contentType);
    }

    /// <summary>Makes a response that is sent while it is made: the next chunk is asked for when the one before has been written, so that a slow reader slows the maker down.</summary>
    /// <param name="chunks">The chunks; its cancellation token fires when the caller has gone.</param>
    /// <param name="contentType">The media type.</param>
    /// <returns>The response. An error in the middle cuts it off visibly.</returns>
    public static HttpResponseMessage Stream(IAsyncEnumerable<ReadOnlyMemory<byte>> chunks, string contentType = "application/octet-stream")
    {
        ArgumentNullException.ThrowIfNull(chunks);
        return Of(HttpStatusCode.OK, new ChunkContent(chunks), contentType);
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Encode(IAsyncEnumerable<string> chunks, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var chunk in chunks.WithCancellation(cancellationToken).ConfigureAwait(false))
            yield return Encoding.UTF8.GetBytes(chunk);
    }
}
