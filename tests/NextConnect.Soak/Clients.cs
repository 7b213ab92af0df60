namespace NextConnect.Soak;

internal static class Clients
{
    /// <summary>Makes a client that speaks one version only; over HTTP/2 it has one connection.</summary>
    public static HttpClient Make(SoakServer server, int version) => new(new SocketsHttpHandler { UseProxy = false })
    {
        BaseAddress = version == 1 ? server.Http1 : server.Http2,
        DefaultRequestVersion = new(version, version == 1 ? 1 : 0),
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        Timeout = TimeSpan.FromMinutes(3),
    };
}
