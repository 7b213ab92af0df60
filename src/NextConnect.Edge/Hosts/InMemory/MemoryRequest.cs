namespace NextConnect;

/// <summary>Makes the message that a server would make of a client's: only what a wire carries.</summary>
internal static class MemoryRequest
{
    public static EdgeRequest Of(HttpRequestMessage sent, MemoryConnection connection)
    {
        var method = HttpMethod.Parse(sent.Method.Method).Method; // as SocketsHttpHandler: the methods it knows are written in upper case
        var req = new EdgeRequest(method, WithoutFragment(sent.RequestUri)) { Version = sent.Version };
        foreach (var (name, values) in sent.Headers.NonValidated)
        {
            foreach (var value in values)
                req.AddHeader(name, value);
        }
        if (sent.RequestUri is { IsAbsoluteUri: true } uri && !req.Headers.NonValidated.Contains("Host"))
            req.AddHeader("Host", uri.IsDefaultPort ? uri.IdnHost : $"{uri.IdnHost}:{uri.Port}");
        if (sent.Content is { } content)
            req.Content = CreateContent(content, connection);
        return req;
    }

    private static MemoryRequestContent CreateContent(HttpContent source, MemoryConnection connection)
    {
        var content = new MemoryRequestContent(source, connection);
        _ = source.Headers.ContentLength; // computes it, so that it is copied
        foreach (var (name, values) in source.Headers.NonValidated)
            content.Headers.TryAddWithoutValidation(name, values);
        return content;
    }

    private static Uri? WithoutFragment(Uri? uri) =>
        uri is { IsAbsoluteUri: true } && uri.OriginalString.Contains('#', StringComparison.Ordinal) ? new(uri.GetLeftPart(UriPartial.Query)) : uri;
}
