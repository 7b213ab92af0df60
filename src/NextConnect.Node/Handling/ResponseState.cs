using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>What a response looks like at a moment. When it differs later, something has responded meanwhile.</summary>
/// <param name="HasStarted">Whether its head has been sent.</param>
/// <param name="Status">Its status.</param>
/// <param name="Length">Its <c>Content-Length</c>.</param>
/// <param name="Type">Its <c>Content-Type</c>.</param>
/// <param name="Encoding">Its <c>Content-Encoding</c>, which a compressing body sets when it is written.</param>
/// <param name="Buffered">How much has been written to a body that middleware buffers.</param>
internal sealed record ResponseState(bool HasStarted, int Status, long? Length, string? Type, string? Encoding, long Buffered)
{
    public static ResponseState Of(HttpResponse res) =>
        new(res.HasStarted, res.StatusCode, res.ContentLength, res.ContentType, res.Headers.ContentEncoding, BufferedOf(res));

    /// <summary>Returns whether something has been sent, or written to a body that middleware buffers: nothing else can respond any more.</summary>
    public static bool HasBegun(HttpResponse res) => res.HasStarted || BufferedOf(res) > 0;

    private static long BufferedOf(HttpResponse res) => res.Body is { CanSeek: true, Position: var position } ? position : 0;
}
