namespace NextConnect;

/// <summary>Makes the message that a server would make of a client's: nothing but what a wire carries.</summary>
internal static class MemoryRequest
{
    public static HttpRequestMessage Of(HttpRequestMessage request, MemoryExchange exchange)
    {
        var method = HttpMethod.Parse(request.Method.Method); // as SocketsHttpHandler: the methods it knows are written in upper case
        var req = new HttpRequestMessage(method, WithoutFragment(request.RequestUri)) { Version = request.Version };
        var connection = request.Headers.NonValidated.TryGetValues("Connection", out var lines) ? lines.ToString() : "";
        foreach (var (name, values) in request.Headers.NonValidated)
        {
            if (!HopByHopHeaders.Contains(name, connection))
                req.Headers.TryAddWithoutValidation(name, values);
        }
        if (request.RequestUri is { IsAbsoluteUri: true } uri && !req.Headers.NonValidated.Contains("Host"))
            req.Headers.TryAddWithoutValidation("Host", uri.IsDefaultPort ? uri.IdnHost : $"{uri.IdnHost}:{uri.Port}");
        if (request.Content is { } content)
            req.Content = CreateContent(content, exchange);
        return req;
    }

    private static MemoryRequestContent CreateContent(HttpContent source, MemoryExchange exchange)
    {
        var content = new MemoryRequestContent(source, exchange);
        _ = source.Headers.ContentLength; // computes it, so that it is copied
        foreach (var (name, values) in source.Headers.NonValidated)
            content.Headers.TryAddWithoutValidation(name, values);
        return content;
    }

    private static Uri? WithoutFragment(Uri? uri) =>
        uri is { IsAbsoluteUri: true } && uri.OriginalString.Contains('#', StringComparison.Ordinal) ? new(uri.GetLeftPart(UriPartial.Query)) : uri;
}
