using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using NextConnect.Conformance.Hosts;

namespace NextConnect.AspNetCore.Tests;

/// <summary>Kestrel, and a client on a socket.</summary>
internal sealed class KestrelHost(Action<WebApplication, EdgeRouter, EdgeHandlerOptions?> add, HttpProtocols protocols = HttpProtocols.Http1) : IHostHarness
{
    public async Task<RunningHost> StartAsync(EdgeRouter router, EdgeHandlerOptions? options = null)
    {
        var server = await LiveServer.StartAsync(app => add(app, router, options), protocols);
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = server.Uri };
        return new(client, server.DisposeAsync);
    }
}
