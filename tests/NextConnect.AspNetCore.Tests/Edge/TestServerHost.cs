using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;
using NextConnect.Conformance.Hosts;

namespace NextConnect.AspNetCore.Tests;

/// <summary>ASP.NET Core's server for tests, which has no socket.</summary>
internal sealed class TestServerHost : IHostHarness
{
    public async Task<RunningHost> StartAsync(EdgeRouter router, EdgeHandlerOptions? options = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(router.ToRequestDelegate(options));
        await app.StartAsync();
        return new(app.GetTestClient(), app.DisposeAsync);
    }
}
