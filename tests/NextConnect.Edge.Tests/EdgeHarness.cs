using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using NextConnect.Conformance;
using NextConnect.Edge.Tests.Support;

namespace NextConnect.Edge.Tests;

/// <summary>Runs the suite on <see cref="EdgeRouter"/>, in memory.</summary>
internal sealed class EdgeHarness : IRouterHarness<EdgeRouter, EdgeHandler, EdgeEndpoint>
{
    public string Origin => "http://test";

    public bool AlwaysResponds => true;

    public EdgeRouter CreateRouter() => new EdgeRouter();

    public EdgeHandler Handler(Func<HandlerCall, Task> work) => (req, _, next) => new Call(req, next).Run(work);

    public EdgeEndpoint Endpoint(Func<HandlerCall, Task> work) => (req, _) => new Call(req, null).Run(work);

    public async Task<TestResponse> SendAsync(EdgeRouter router, TestRequest request, TestOptions options)
    {
        var errors = new ConcurrentQueue<Exception>();
        var handlerOptions = new EdgeHandlerOptions
        {
            OnError = options.OnError is { } onError ? (error, req, _) => new Call(req, null).Run(call => onError(error, call)) : null,
            OnNoMatch = options.OnNoMatch is { } onNoMatch ? Endpoint(onNoMatch) : null,
            HandleMethodNotAllowed = options.HandleMethodNotAllowed,
            HandleOptions = options.HandleOptions,
        };
        using var message = Message(request);
        using var response = await TestObserver.InvokeAsync(router, handlerOptions, message, new(), error =>
        {
            errors.Enqueue(error);
            return HttpStatusCode.InternalServerError;
        });
        return await ReadAsync(response, [.. errors]);
    }

    public async Task<TestResponse?> RunAsync(EdgeRouter router, TestRequest request)
    {
        using var message = Message(request);
        using var response = await router.RunAsync(message, new());
        return response is null ? null : await ReadAsync(response, []);
    }

    private static EdgeRequest Message(TestRequest request)
    {
        var escaped = string.Join('/', request.Path.Split('/').Select(Uri.EscapeDataString));
        var uri = new Uri("http://test" + (request.Path.StartsWith('/') ? escaped : "/") + request.Query);
        var isInUri = Uri.UnescapeDataString(uri.AbsolutePath) == request.Path && !request.Path.Contains('%', StringComparison.Ordinal);
        // Only a host can set a path that no URI can carry.
        var message = new EdgeRequest(request.Method, uri) { Path = isInUri ? null : request.Path, RouteValues = request.Params };
        foreach (var (name, value) in request.Headers)
            message.Headers.TryAddWithoutValidation(name, value);
        return message;
    }

    private static async Task<TestResponse> ReadAsync(HttpResponseMessage response, Exception[] errors) => new(
        (int)response.StatusCode,
        response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
        await response.Content.ReadAsStringAsync(),
        errors);

    /// <summary>Adds the response to a function that only returns a task, and stays synchronous where the function is.</summary>
    [SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "The response is handed on.")]
    private sealed class Call(HttpRequestMessage req, NextHandler<HttpResponseMessage>? next) : HandlerCall
    {
        private Task<HttpResponseMessage>? _rest;
        private HttpResponseMessage? _own;

        public override RouteParams Params => req.Params;

        public override string? Route => req.Route;

        /// <summary>Gets what the function wrote, else what <c>next</c> gave, else an empty answer.</summary>
        private HttpResponseMessage Response => _own ?? (_rest is { IsCompletedSuccessfully: true } ? _rest.Result : new());

        public override Task NextAsync()
        {
            var rest = next!();
            _rest = rest;
            return rest;
        }

        public override Task WriteAsync(string text, int status)
        {
            _own = new((HttpStatusCode)status) { Content = new StringContent(text) };
            return Task.CompletedTask;
        }

        public Task<HttpResponseMessage> Run(Func<HandlerCall, Task> work)
        {
            var task = work(this);
            if (_rest is not null && ReferenceEquals(task, _rest))
                return _rest;
            return task.IsCompletedSuccessfully ? Task.FromResult(Response) : AwaitAsync(task);
        }

        private async Task<HttpResponseMessage> AwaitAsync(Task task)
        {
            await task;
            return Response;
        }
    }
}
