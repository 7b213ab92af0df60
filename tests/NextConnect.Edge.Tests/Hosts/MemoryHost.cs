using NextConnect.Conformance.Hosts;

namespace NextConnect.Edge.Tests.Hosts;

/// <summary>An <see cref="HttpClient"/> whose transport is the router.</summary>
internal sealed class MemoryHost : IHostHarness
{
    public bool NoticesIdleClients => true;

    public Task<RunningHost> StartAsync(EdgeRouter<EdgeContext> router, EdgeHandlerOptions<EdgeContext>? options = null) =>
        Task.FromResult(new RunningHost(new HttpClient(router.ToHttpMessageHandler(options)) { BaseAddress = new Uri("http://in.memory") }));
}
