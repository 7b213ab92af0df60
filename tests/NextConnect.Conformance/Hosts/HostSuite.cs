namespace NextConnect.Conformance.Hosts;

/// <summary>What every host of an Edge router does alike.</summary>
public abstract class HostSuite(IHostHarness harness)
{
    protected Task<RunningHost> StartAsync(EdgeRouter router, EdgeHandlerOptions? options = null) => harness.StartAsync(router, options);

    /// <summary>Serves one endpoint for everything.</summary>
    protected Task<RunningHost> StartAsync(EdgeSyncEndpoint endpoint) => harness.StartAsync(new EdgeRouter().All(endpoint));

    /// <summary>Serves one asynchronous endpoint for everything.</summary>
    protected Task<RunningHost> StartAsync(EdgeEndpoint endpoint) => harness.StartAsync(new EdgeRouter().All(endpoint));

    protected static HttpResponseMessage Text(string text) => new() { Content = new StringContent(text) };
}
