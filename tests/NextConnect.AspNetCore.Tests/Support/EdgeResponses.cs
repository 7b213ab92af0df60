namespace NextConnect.AspNetCore.Tests;

/// <summary>Short ways to make what Edge handlers of the tests return.</summary>
internal static class EdgeResponses
{
    public static HttpResponseMessage Text(string text) => new() { Content = new StringContent(text) };

    public static HttpResponseMessage Bytes(Stream stream) => new() { Content = new StreamContent(stream) };

    /// <summary>Makes a router with one endpoint for everything.</summary>
    public static EdgeRouter Router(EdgeSyncEndpoint endpoint) => new EdgeRouter().All(endpoint);

    /// <summary>Makes a router with one asynchronous endpoint for everything.</summary>
    public static EdgeRouter RouterAsync(EdgeEndpoint endpoint) => new EdgeRouter().All(endpoint);
}
