using Microsoft.Net.Http.Headers;

namespace NextConnect;

/// <summary>Reads the media type of a body from its Content-Type header, as the client sent it.</summary>
internal static class ContentMediaType
{
    /// <summary>Returns the media type; null without a body, without the header, and when it is malformed.</summary>
    public static MediaTypeHeaderValue? Of(HttpContent? content) =>
        content is not null && content.Headers.NonValidated.TryGetValues("Content-Type", out var values)
        && MediaTypeHeaderValue.TryParse(values.ToString(), out var type) ? type : null;

    public static bool IsJson(MediaTypeHeaderValue? type) => type is not null
        && (type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase)
            || type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.MediaType.Equals("text/json", StringComparison.OrdinalIgnoreCase));
}
