namespace NextConnect.Conformance.Hosts;

/// <summary>Starts one kind of host.</summary>
public interface IHostHarness
{
    /// <summary>Serves a router, and makes a client of it.</summary>
    Task<RunningHost> StartAsync(EdgeRouter router, EdgeHandlerOptions? options = null);
}
