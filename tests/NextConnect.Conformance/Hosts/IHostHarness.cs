namespace NextConnect.Conformance.Hosts;

/// <summary>Starts one kind of host.</summary>
public interface IHostHarness
{
    /// <summary>Gets whether the host notices at once that a client has gone while a handler works, not only when it writes.</summary>
    bool NoticesIdleClients { get; }

    /// <summary>Serves a router, and makes a client of it.</summary>
    Task<RunningHost> StartAsync(EdgeRouter router, EdgeHandlerOptions? options = null);
}
