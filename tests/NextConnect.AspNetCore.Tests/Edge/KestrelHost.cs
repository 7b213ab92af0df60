using NextConnect.Conformance.Hosts;

namespace NextConnect.AspNetCore.Tests;

/// <summary>Kestrel with the router as middleware, or as an endpoint.</summary>
internal sealed class KestrelHost(bool asEndpoint) : IHostHarness
{
    public async Task<RunningHost> StartAsync(EdgeRouter router, EdgeHandlerOptions? options = null)
    {
        var server = await LiveServer.StartAsync(app =>
        {
            if (asEndpoint)
                app.MapNextConnect("/", router, options);
            else
                app.UseNextConnect(router, options);
        });
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = server.Uri };
        return new(client, server.DisposeAsync);
    }
}
