namespace NextConnect;

/// <content>Body size.</content>
public static partial class EdgeMiddleware
{
    /// <summary>Answers 413 when a request's body is larger than a limit: at once when its length is told, else when the reading handler gets there.</summary>
    /// <param name="bytes">The limit.</param>
    /// <returns>The middleware.</returns>
    /// <example><code>router.Use("/api", EdgeMiddleware.BodyLimit(64 * 1024));</code></example>
    public static EdgeHandler BodyLimit(long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        return async (req, _, next) =>
        {
            if (req.Content is { } content)
            {
                if (content.Headers.ContentLength > bytes)
                    throw LimitedStream.TooLarge(bytes);
                req.Content = await LimitAsync(content, bytes).ConfigureAwait(false);
            }
            return await next().ConfigureAwait(false);
        };
    }

    private static async Task<HttpContent> LimitAsync(HttpContent content, long bytes)
    {
        var body = await content.ReadAsStreamAsync().ConfigureAwait(false);
        var limited = new StreamContent(new LimitedStream(body, bytes));
        foreach (var (name, values) in content.Headers.NonValidated)
            limited.Headers.TryAddWithoutValidation(name, values);
        return limited;
    }
}
