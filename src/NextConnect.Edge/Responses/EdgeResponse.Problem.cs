using System.Net;
using System.Text.Json;

namespace NextConnect;

/// <content>Problem documents.</content>
public static partial class EdgeResponse
{
    /// <summary>Makes a problem document (RFC 9457), <c>application/problem+json</c>.</summary>
    /// <param name="status">The status, 400 to 599.</param>
    /// <param name="detail">What went wrong this time; null for nothing. The client sees it.</param>
    /// <param name="title">What kind of problem it is; null for the status's reason phrase.</param>
    /// <param name="type">Names the kind of problem; null for <c>about:blank</c>.</param>
    /// <param name="members">Further members, after the ones above; null for none.</param>
    /// <returns>The response.</returns>
    public static HttpResponseMessage Problem(
        HttpStatusCode status, string? detail = null, string? title = null, Uri? type = null, IEnumerable<KeyValuePair<string, string>>? members = null)
    {
        if ((int)status is < 400 or > 599)
            throw new ArgumentOutOfRangeException(nameof(status), status, "A problem has a status of 400 to 599.");

        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new() { Encoder = WebJson.Encoder }))
        {
            json.WriteStartObject();
            json.WriteString("type", type?.OriginalString ?? "about:blank");
            json.WriteString("title", title ?? NameOf(status));
            json.WriteNumber("status", (int)status);
            if (detail is not null)
                json.WriteString("detail", detail);
            foreach (var (name, value) in members ?? [])
                json.WriteString(name, value);
            json.WriteEndObject();
        }
        return Bytes(bytes.ToArray(), "application/problem+json", status);
    }

    /// <summary>Makes the default response to a request that is at fault: a problem document of part and message, without the inner exception.</summary>
    /// <param name="error">What is wrong with the request.</param>
    /// <returns>The response.</returns>
    public static HttpResponseMessage Problem(EdgeRequestException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return Problem(error.Status, error.Message, members: [new("part", error.Part)]);
    }

    /// <summary>Returns the reason phrase of a status; empty when it has none.</summary>
    internal static string NameOf(HttpStatusCode status)
    {
        using var named = new HttpResponseMessage(status);
        return named.ReasonPhrase ?? "";
    }
}
