using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace NextConnect.AspNetCore.Tests;

/// <summary>Clients of a <see cref="LiveServer"/> that speak what it speaks.</summary>
internal static class LiveClient
{
    public static HttpClient Of(LiveServer server, HttpProtocols protocols) => new(new SocketsHttpHandler { UseProxy = false, UseCookies = false })
    {
        BaseAddress = server.Uri,
        DefaultRequestVersion = protocols == HttpProtocols.Http2 ? HttpVersion.Version20 : HttpVersion.Version11,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };
}
