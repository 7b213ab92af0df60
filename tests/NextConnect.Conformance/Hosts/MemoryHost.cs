namespace NextConnect.Conformance.Hosts;

/// <summary>An <see cref="HttpClient"/> whose transport is the router.</summary>
public sealed class MemoryHost : IHostHarness
{
    public Task<RunningHost> StartAsync(EdgeRouter router, EdgeHandlerOptions? options = null) =>
        Task.FromResult(new RunningHost(new HttpClient(router.ToHttpMessageHandler(options)) { BaseAddress = new Uri("http://in.memory") }));
}
