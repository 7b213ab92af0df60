using NextConnect.Conformance.Hosts;

namespace NextConnect.Edge.Tests.Hosts;

/// <summary>An <see cref="HttpClient"/> whose transport is the router.</summary>
internal sealed class MemoryHost : IHostHarness
{
    public Task<RunningHost> StartAsync(EdgeRouter router, EdgeHandlerOptions? options = null) =>
        Task.FromResult(new RunningHost(new HttpClient(router.ToHttpMessageHandler(options)) { BaseAddress = new Uri("http://in.memory") }));
}
