namespace NextConnect.Conformance;

/// <summary>What the suite must know of a router: how its handlers are made, and how it is called.</summary>
public interface IRouterHarness<TRouter, THandler, TEndpoint>
    where TRouter : RouterBase<TRouter, THandler, TEndpoint>
    where THandler : Delegate
    where TEndpoint : Delegate
{
    /// <summary>Gets what stands before the path in the default 404: nothing, or scheme and host.</summary>
    string Origin { get; }

    /// <summary>Gets whether a handler that ends without an error has responded, because it returns the response.</summary>
    bool AlwaysResponds { get; }

    TRouter CreateRouter();

    /// <summary>Makes a handler that is as synchronous, and fails in the same way, as the work it does.</summary>
    THandler Handler(Func<HandlerCall, Task> work);

    TEndpoint Endpoint(Func<HandlerCall, Task> work);

    /// <summary>Sends a request to the router's <c>Handler</c>.</summary>
    Task<TestResponse> SendAsync(TRouter router, TestRequest request, TestOptions options);

    /// <summary>Calls <c>RunAsync</c>; null when the router gave nothing.</summary>
    Task<TestResponse?> RunAsync(TRouter router, TestRequest request);
}
