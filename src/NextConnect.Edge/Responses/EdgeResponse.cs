using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Xml;
using System.Xml.Linq;

namespace NextConnect;

/// <summary>Makes responses. Each call makes a new one: a response is sent once.</summary>
/// <example><code>router.Get("/hello/:name", (req, ctx) => EdgeResponse.Text($"Hello, {req.Params["name"]}"));</code></example>
public static partial class EdgeResponse
{
    /// <summary>Makes a plain text in UTF-8, which no browser renders as anything else.</summary>
    /// <param name="text">The text.</param>
    /// <param name="status">The status.</param>
    /// <returns>The response.</returns>
    public static HttpResponseMessage Text(string text, HttpStatusCode status = HttpStatusCode.OK)
    {
        var response = Of(status, new StringContent(text, Encoding.UTF8, "text/plain"));
        response.Headers.Add("X-Content-Type-Options", "nosniff");
        return response;
    }

    /// <summary>Makes an HTML page in UTF-8. Encode every text that comes from outside.</summary>
    /// <param name="html">The page.</param>
    /// <param name="status">The status.</param>
    /// <returns>The response.</returns>
    public static HttpResponseMessage Html(string html, HttpStatusCode status = HttpStatusCode.OK) =>
        Of(status, new StringContent(html, Encoding.UTF8, "text/html"));

    /// <summary>Makes an XML document in UTF-8: a feed, a site map.</summary>
    /// <param name="xml">The document.</param>
    /// <param name="contentType">The media type, without charset.</param>
    /// <param name="status">The status.</param>
    /// <returns>The response.</returns>
    public static HttpResponseMessage Xml(string xml, string contentType = "application/xml", HttpStatusCode status = HttpStatusCode.OK) =>
        Of(status, new StringContent(xml, Encoding.UTF8, contentType));

    /// <summary>Makes an XML document in UTF-8 from a tree, which encodes its texts. It is written at once, so that errors are the handler's.</summary>
    /// <param name="xml">The document; its declaration is added.</param>
    /// <param name="contentType">The media type, without charset.</param>
    /// <param name="status">The status.</param>
    /// <returns>The response.</returns>
    /// <exception cref="ArgumentException">A text holds a character that XML cannot hold, such as most control characters.</exception>
    public static HttpResponseMessage Xml(XDocument xml, string contentType = "application/xml", HttpStatusCode status = HttpStatusCode.OK)
    {
        ArgumentNullException.ThrowIfNull(xml);
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
            xml.Save(writer);
        return Bytes(bytes.ToArray(), $"{contentType}; charset=utf-8", status);
    }

    /// <summary>Makes JSON. The value is written at once, so that errors are the handler's and not half a response.</summary>
    /// <typeparam name="T">The type to write.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="type">How to write it, from a <see cref="System.Text.Json.Serialization.JsonSerializerContext"/>.</param>
    /// <param name="status">The status.</param>
    /// <returns>The response.</returns>
    public static HttpResponseMessage Json<T>(T value, JsonTypeInfo<T> type, HttpStatusCode status = HttpStatusCode.OK) =>
        Bytes(JsonSerializer.SerializeToUtf8Bytes(value, type), "application/json", status);

    /// <summary>
    /// Makes JSON with the web defaults (camelCase), by reflection; trimmed and AOT-compiled programs use the other overload. As ASP.NET Core's
    /// <c>WriteAsJsonAsync</c>, it escapes only what JSON requires: before you put the text into an HTML page, encode it for HTML.
    /// </summary>
    /// <typeparam name="T">The type to write.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="status">The status.</param>
    /// <param name="options">How to write it; null for the web defaults.</param>
    /// <returns>The response.</returns>
    [RequiresUnreferencedCode("JSON by reflection needs members that trimming may remove. Use the overload with a JsonTypeInfo.")]
    [RequiresDynamicCode("JSON by reflection makes code at run time. Use the overload with a JsonTypeInfo.")]
    public static HttpResponseMessage Json<T>(T value, HttpStatusCode status = HttpStatusCode.OK, JsonSerializerOptions? options = null) =>
        Bytes(JsonSerializer.SerializeToUtf8Bytes(value, options ?? WebJson.Options), "application/json", status);

    /// <summary>Makes a response from bytes.</summary>
    /// <param name="bytes">The bytes; not copied.</param>
    /// <param name="contentType">The media type, with charset where it needs one.</param>
    /// <param name="status">The status.</param>
    /// <returns>The response.</returns>
    /// <exception cref="FormatException"><paramref name="contentType"/> is not a media type.</exception>
    public static HttpResponseMessage Bytes(
        ReadOnlyMemory<byte> bytes, string contentType = "application/octet-stream", HttpStatusCode status = HttpStatusCode.OK) =>
        Of(status, new ReadOnlyMemoryContent(bytes), contentType);

    /// <summary>Makes a response without a body.</summary>
    /// <param name="status">The status.</param>
    /// <returns>The response.</returns>
    public static HttpResponseMessage Empty(HttpStatusCode status = HttpStatusCode.NoContent) => Of(status, new ByteArrayContent([]));

    /// <summary>Makes a 404: with a text, or empty as Next.js's <c>notFound()</c>.</summary>
    /// <param name="text">The text; null for none.</param>
    /// <returns>The response.</returns>
    public static HttpResponseMessage NotFound(string? text = null) => text is null ? Empty(HttpStatusCode.NotFound) : Text(text, HttpStatusCode.NotFound);

    private static HttpResponseMessage Of(HttpStatusCode status, HttpContent content, string? contentType = null)
    {
        if (contentType is not null)
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return new(status) { Content = content };
    }
}
