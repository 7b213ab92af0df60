namespace NextConnect;

/// <summary>Makes the message that a client would read off a wire: status, header lines, and a body that is still coming.</summary>
internal static class MemoryResponse
{
    public static HttpResponseMessage Of(HttpResponseMessage sent, HttpRequestMessage request, MemoryExchange exchange, Stream body)
    {
        var response = new HttpResponseMessage(sent.StatusCode)
        {
            RequestMessage = request,
            Version = request.Version,
            Content = new MemoryResponseContent(exchange, body),
        };
        foreach (var (name, value) in ResponseLines.Lines(sent, sent.Headers))
            response.Headers.TryAddWithoutValidation(name, value);
        foreach (var (name, value) in ResponseLines.Lines(sent, sent.Content.Headers))
            response.Content.Headers.TryAddWithoutValidation(name, value);
        return response;
    }
}
