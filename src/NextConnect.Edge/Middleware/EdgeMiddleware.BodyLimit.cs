namespace NextConnect;

/// <content>Body size.</content>
public static partial class EdgeMiddleware
{
    /// <summary>Responds 413 to a request whose body exceeds a limit: at once when its length is announced, otherwise when a handler reads that far.</summary>
    /// <param name="bytes">The limit, in bytes.</param>
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
