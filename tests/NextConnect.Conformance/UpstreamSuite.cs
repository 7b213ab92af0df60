namespace NextConnect.Conformance;

/// <summary>Routers that next-connect 1.0.0 has answered: the same handlers in the same order, with the same parameters.</summary>
public abstract class UpstreamSuite<TRouter, THandler, TEndpoint>(IRouterHarness<TRouter, THandler, TEndpoint> harness)
    : RouterSuite<TRouter, THandler, TEndpoint>(harness)
    where TRouter : RouterBase<TRouter, THandler, TEndpoint>
    where THandler : Delegate
    where TEndpoint : Delegate
{
    private readonly List<int> _ran = [];
    private RouteParams _params = RouteParams.Empty;

    [Fact]
    public async Task Upstream_routers_run_the_same_handlers_with_the_same_params()
    {
        UpstreamVectors.Instance.Routers.Count.ShouldBe(250);
        foreach (var vector in UpstreamVectors.Instance.Routers)
        {
            var router = RouterBuilder.Build<TRouter, THandler, TEndpoint>(vector.Entries, NewRouter, Note).Use(Handler(call =>
            {
                _params = call.Params; // a layer without a pattern sees those of all layers merged, as upstream's all do
                return call.NextAsync();
            }));
            foreach (var request in vector.Requests)
                await ShouldRunAsync(router, request);
        }
    }

    private async Task ShouldRunAsync(TRouter router, RequestVector request)
    {
        var name = $"{request.Method} {request.Path}";
        _ran.Clear();
        _params = RouteParams.Empty;
        (await SendAsync(router, request.Method, request.Path)).Status.ShouldBe(404, name); // every handler goes on
        if (request.MiddleOnly)
        {
            _ran.ShouldBeEmpty(name);
            await RunToTheEndAsync(router, request);
        }
        _ran.ShouldBe(request.Handlers, name);
        if (request.Handlers.Count > 0)
            _params.ToDictionary().ShouldBe(request.Params.ToDictionary(), ignoreOrder: true, name);
    }

    /// <summary>Runs middleware that has nothing behind it, which a router of responses reports when all of it has run.</summary>
    private async Task RunToTheEndAsync(TRouter router, RequestVector request)
    {
        try
        {
            await RunAsync(router, request.Method, request.Path);
        }
        catch (InvalidOperationException error) when (error.Message.StartsWith("next() was called by the last layer", StringComparison.Ordinal))
        {
        }
    }

    private THandler Note(int id) => Handler(call =>
    {
        _ran.Add(id);
        return call.NextAsync();
    });
}
