using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace NextConnect;

/// <summary>Reads the body of a request. Errors of the transport propagate as they are.</summary>
public static class HttpRequestMessageBodyExtensions
{
    private const string Body = "body";

    extension(HttpRequestMessage req)
    {
        /// <summary>
        /// Reads the body as JSON. Its media type must be one: a page of another site may send others, with the user's cookies, without asking first. The body
        /// is read once.
        /// </summary>
        /// <typeparam name="T">The type to read.</typeparam>
        /// <param name="type">How to read it, from a <see cref="System.Text.Json.Serialization.JsonSerializerContext"/>.</param>
        /// <param name="cancellationToken">Cancels the read; usually <see cref="EdgeContext.Aborted"/>.</param>
        /// <returns>The value, never null.</returns>
        /// <exception cref="EdgeRequestException">
        /// The media type is not <c>application/json</c>, <c>text/json</c> or one that ends in <c>+json</c> (415); the body is missing, not JSON, does not fit
        /// the type, or is <c>null</c> (400).
        /// </exception>
        public Task<T> ReadJsonAsync<T>(JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(req);
            ArgumentNullException.ThrowIfNull(type);
            return ReadJsonAsync(req.Content, content => content.ReadFromJsonAsync(type, cancellationToken));
        }

        /// <summary>
        /// Reads the body as JSON with the web defaults (camelCase, numbers in quotes), by reflection; when trimming, use the other overload.
        /// </summary>
        /// <typeparam name="T">The type to read.</typeparam>
        /// <param name="options">How to read it; null for <see cref="JsonSerializerOptions.Web"/>.</param>
        /// <param name="cancellationToken">Cancels the read; usually <see cref="EdgeContext.Aborted"/>.</param>
        /// <returns>The value, never null.</returns>
        /// <exception cref="EdgeRequestException">
        /// The media type is not <c>application/json</c>, <c>text/json</c> or one that ends in <c>+json</c> (415); the body is missing, not JSON, does not fit
        /// the type, or is <c>null</c> (400).
        /// </exception>
        [RequiresUnreferencedCode("JSON by reflection needs members that trimming may remove. Use the overload with a JsonTypeInfo.")]
        [RequiresDynamicCode("JSON by reflection makes code at run time. Use the overload with a JsonTypeInfo.")]
        public Task<T> ReadJsonAsync<T>(JsonSerializerOptions? options = null, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(req);
            return ReadJsonAsync(req.Content, content => content.ReadFromJsonAsync<T>(options ?? JsonSerializerOptions.Web, cancellationToken));
        }

        /// <summary>Reads the body as text, in the encoding its media type names, else UTF-8. It can be read again.</summary>
        /// <param name="cancellationToken">Cancels the read; usually <see cref="EdgeContext.Aborted"/>.</param>
        /// <returns>The text; empty without a body.</returns>
        /// <exception cref="EdgeRequestException">The encoding is unknown.</exception>
        public async Task<string> ReadTextAsync(CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(req);
            if (req.Content is null)
                return "";
            try
            {
                return await req.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (InvalidOperationException error) when (error.InnerException is ArgumentException)
            {
                throw UnknownEncoding(error);
            }
        }

        /// <summary>Reads the body as it was sent, such as to verify a signature. It can be read again, as text or JSON too.</summary>
        /// <param name="cancellationToken">Cancels the read; usually <see cref="EdgeContext.Aborted"/>.</param>
        /// <returns>The bytes; empty without a body.</returns>
        public Task<byte[]> ReadBytesAsync(CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(req);
            return req.Content?.ReadAsByteArrayAsync(cancellationToken) ?? Task.FromResult<byte[]>([]);
        }

        /// <summary>
        /// Reads a form, <c>application/x-www-form-urlencoded</c> or <c>multipart/form-data</c>. Files above 64 KB go to temporary files, which are
        /// deleted when the form is disposed.
        /// </summary>
        /// <param name="limits">The limits; null for the defaults.</param>
        /// <param name="cancellationToken">Cancels the read; usually <see cref="EdgeContext.Aborted"/>.</param>
        /// <returns>The form; dispose it.</returns>
        /// <exception cref="EdgeRequestException">The body is not a form (415), malformed (400) or over a limit (413).</exception>
        /// <remarks>A form that the host has read already (<see cref="EdgeRequest.Form"/>) is returned as it is; the limits are the host's then.</remarks>
        /// <example><code>await using var form = await req.ReadFormAsync(); var email = form.Fields["email"];</code></example>
        public Task<EdgeForm> ReadFormAsync(EdgeFormLimits? limits = null, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(req);
            if (req is EdgeRequest { Form: { } form })
                return Task.FromResult(form);
            return FormBodyReader.ReadAsync(req, limits ?? new(), cancellationToken);
        }
    }

    private static async Task<T> ReadJsonAsync<T>(HttpContent? content, Func<HttpContent, Task<T?>> read)
    {
        if (content is null || content.Headers.ContentLength == 0)
            throw NoJson();
        if (!ContentMediaType.IsJson(ContentMediaType.Of(content)))
        {
            throw new EdgeRequestException(
                "Content-Type header", "JSON is needed: application/json, text/json or a type that ends in +json.", HttpStatusCode.UnsupportedMediaType);
        }
        try
        {
            return await read(content).ConfigureAwait(false) ?? throw NoJson();
        }
        catch (JsonException error)
        {
            throw new EdgeRequestException(Body, "The JSON is malformed or has another form than the one expected.", inner: error);
        }
        catch (InvalidOperationException error) when (error.InnerException is ArgumentException)
        {
            throw UnknownEncoding(error);
        }
    }

    private static EdgeRequestException NoJson() => new(Body, "A JSON value is needed.");

    private static EdgeRequestException UnknownEncoding(Exception error) => new("Content-Type header", "The charset is unknown.", inner: error);
}
