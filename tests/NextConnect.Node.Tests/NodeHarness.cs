using System.Text;
using Microsoft.AspNetCore.Http;
using NextConnect.Conformance;

namespace NextConnect.Node.Tests;

/// <summary>Runs the suite on <see cref="NodeRouter"/>, without a server.</summary>
internal class NodeHarness : IRouterHarness<NodeRouter, NodeHandler, NodeEndpoint>
{
    public string Origin => "";

    public bool AlwaysResponds => false;

    public NodeRouter CreateRouter() => new();

    public NodeHandler Handler(Func<HandlerCall, Task> work) => (req, res, next) => work(new Call(req, res, next));

    public NodeEndpoint Endpoint(Func<HandlerCall, Task> work) => (req, res) => work(new Call(req, res, null));

    public virtual async Task<TestResponse> SendAsync(NodeRouter router, TestRequest request, TestOptions options)
    {
        using var exchange = Exchange(request);
        await router.Handler(new()
        {
            OnError = options.OnError is { } onError ? (error, req, res) => onError(error, new Call(req, res, null)) : null,
            OnNoMatch = options.OnNoMatch is { } onNoMatch ? Endpoint(onNoMatch) : null,
            HandleMethodNotAllowed = options.HandleMethodNotAllowed,
            HandleOptions = options.HandleOptions,
        })(exchange.Context);
        return Read(exchange);
    }

    public virtual async Task<TestResponse?> RunAsync(NodeRouter router, TestRequest request)
    {
        using var exchange = Exchange(request);
        await router.RunAsync(exchange.Request, exchange.Response);
        return Read(exchange);
    }

    private static NodeExchange Exchange(TestRequest request)
    {
        var path = request.Path.StartsWith('/') ? request.Path : ""; // as servers say "OPTIONS *"
        var exchange = new NodeExchange(request.Method, path);
        exchange.Request.QueryString = new(request.Query);
        foreach (var (name, value) in request.Headers)
            exchange.Request.Headers[name] = value;
        foreach (var (name, value) in request.Params)
            exchange.Request.RouteValues[name] = value;
        return exchange;
    }

    private static TestResponse Read(NodeExchange exchange) => new(
        exchange.Response.StatusCode,
        exchange.Response.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
        exchange.Body,
        exchange.Errors);

    private sealed class Call(HttpRequest req, HttpResponse res, NextHandler? next) : HandlerCall
    {
        public override RouteParams Params => req.Params;

        public override string? Route => req.Route;

        public override Task NextAsync() => next!();

        public override Task WriteAsync(string text, int status)
        {
            res.StatusCode = status;
            return res.Body.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask();
        }
    }
}
