namespace NextConnect.Edge.Tests.Support;

/// <summary>Sends one request to a router, or to one endpoint for every request, as a host would.</summary>
internal static class InMemory
{
    public static async Task<HttpResponseMessage> SendAsync(
        this EdgeRouter router, HttpRequestMessage req, EdgeHandlerOptions? options = null, EdgeContext? ctx = null)
    {
        using (req)
        {
            return await TestObserver.InvokeAsync(
                router, options, req, ctx ?? new(), error => throw new InvalidOperationException("An error was not handled: " + error, error));
        }
    }

    public static Task<HttpResponseMessage> SendAsync(
        Func<HttpRequestMessage, EdgeContext, Task<HttpResponseMessage>> endpoint, HttpRequestMessage req, EdgeHandlerOptions? options = null) =>
        new EdgeRouter().All(new EdgeEndpoint(endpoint)).SendAsync(req, options);

    public static HttpRequestMessage Get(string path, params ReadOnlySpan<(string Name, string Value)> headers) => Request(HttpMethod.Get, path, headers);

    public static HttpRequestMessage Request(HttpMethod method, string path, params ReadOnlySpan<(string Name, string Value)> headers)
    {
        var req = new HttpRequestMessage(method, new Uri("http://test" + path));
        foreach (var (name, value) in headers)
            req.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue(name);
        return req;
    }

    public static HttpRequestMessage Post(string body, string contentType) =>
        new(HttpMethod.Post, new Uri("http://test/"))
        {
            Content = new StringContent(body) { Headers = { ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(contentType) } },
        };

    public static Task<string> TextAsync(this HttpResponseMessage response) => response.Content.ReadAsStringAsync();

    public static string Header(this HttpResponseMessage response, string name) =>
        string.Join(" | ", response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).SelectMany(header => header.Value));
}
