using System.Collections.Concurrent;

namespace NextConnect.Conformance;

/// <summary>Base of all topics: handlers that leave a trace, and requests.</summary>
public abstract class RouterSuite<TRouter, THandler, TEndpoint>(IRouterHarness<TRouter, THandler, TEndpoint> harness)
    where TRouter : RouterBase<TRouter, THandler, TEndpoint>
    where THandler : Delegate
    where TEndpoint : Delegate
{
    private readonly ConcurrentQueue<string> _trace = new();

    protected IRouterHarness<TRouter, THandler, TEndpoint> Harness => harness;

    /// <summary>Gets what has run so far, in order, blanks between.</summary>
    protected string Ran => string.Join(' ', _trace);

    protected TRouter NewRouter() => harness.CreateRouter();

    protected void Log(string id) => _trace.Enqueue(id);

    protected THandler Handler(Func<HandlerCall, Task> work) => harness.Handler(work);

    protected TEndpoint Endpoint(Func<HandlerCall, Task> work) => harness.Endpoint(work);

    /// <summary>Middleware that leaves its id and goes on.</summary>
    protected THandler Pass(string id) => Handler(call =>
    {
        Log(id);
        return call.NextAsync();
    });

    /// <summary>A handler that leaves its id, answers with it and does not go on.</summary>
    protected THandler Stop(string id, int status = 200) => Handler(call =>
    {
        Log(id);
        return call.WriteAsync(id, status);
    });

    /// <summary>An endpoint that leaves its id and answers with it.</summary>
    protected TEndpoint Answer(string id) => Endpoint(call =>
    {
        Log(id);
        return call.WriteAsync(id);
    });

    /// <summary>An endpoint that answers with the parameters: <c>id=7 *=a/b lang=null</c>.</summary>
    protected TEndpoint AnswerParams() => Endpoint(call => call.WriteAsync(Show(call.Params)));

    protected static string Show(RouteParams values) =>
        string.Join(' ', values.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}={entry.Value ?? "null"}"));

    protected Task<TestResponse> SendAsync(TRouter router, string method, string path, TestOptions? options = null) =>
        SendAsync(router, new TestRequest(method, path), options);

    protected Task<TestResponse> SendAsync(TRouter router, TestRequest request, TestOptions? options = null) =>
        harness.SendAsync(router, request, options ?? new());

    protected Task<TestResponse> GetAsync(TRouter router, string path, TestOptions? options = null) => SendAsync(router, "GET", path, options);

    protected Task<TestResponse?> RunAsync(TRouter router, string method, string path) => harness.RunAsync(router, new(method, path));
}
