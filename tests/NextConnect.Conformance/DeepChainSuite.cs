namespace NextConnect.Conformance;

/// <summary>R17: 100,000 layers do not overflow the stack.</summary>
public abstract class DeepChainSuite<TRouter, THandler, TEndpoint>(IRouterHarness<TRouter, THandler, TEndpoint> harness)
    : RouterSuite<TRouter, THandler, TEndpoint>(harness)
    where TRouter : RouterBase<TRouter, THandler, TEndpoint>
    where THandler : Delegate
    where TEndpoint : Delegate
{
    private const int Depth = 100_000;
    private const int SmallStack = 256 * 1024;
    private const int OrdinaryDepth = 5_000; // each collection looks through the whole stack, so that time grows with its square; a small stack proves more

    public static TheoryData<string> Ways => ["passes next on", "awaits next", "awaits next after a while in the middle"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Deep_chain_answers(string way)
    {
        var answer = await GetAsync(DeepRouter(way, OrdinaryDepth), "/x");

        answer.Body.ShouldBe("deep");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Deep_chain_answers_on_a_small_stack(string way)
    {
        var router = DeepRouter(way, Depth);
        var started = new TaskCompletionSource<Task<TestResponse>>();
        new Thread(() => started.SetResult(GetAsync(router, "/x")), SmallStack).Start();

        (await await started.Task).Body.ShouldBe("deep");
    }

    [Fact]
    public async Task Error_of_the_deepest_layer_comes_all_the_way_up()
    {
        // Each await that an error passes copies its stack trace: .NET's own cost grows with the square of the depth.
        const int ErrorDepth = 1_000;
        var router = NewRouter().Use(Layers("awaits next", ErrorDepth)).Get("/x", Endpoint(_ => throw new InvalidTimeZoneException("deep")));

        var answer = await GetAsync(router, "/x");

        answer.Logged.ShouldHaveSingleItem().ShouldBeOfType<InvalidTimeZoneException>();
    }

    [Fact]
    public async Task Deeply_nested_mounts_answer()
    {
        var router = NewRouter().Get("/x", Answer("x"));
        for (var i = 0; i < 10_000; i++)
            router = NewRouter().Use(router);

        (await GetAsync(router, "/x")).Body.ShouldBe("x");
    }

    private TRouter DeepRouter(string way, int depth) => NewRouter().Use(Layers(way, depth)).Get("/x", Answer("deep"));

    private THandler[] Layers(string way, int depth)
    {
        var layers = new THandler[depth];
        Array.Fill(layers, way == "passes next on" ? Handler(call => call.NextAsync()) : Handler(async call => await call.NextAsync()));
        if (way.EndsWith("middle", StringComparison.Ordinal))
        {
            layers[depth / 2] = Handler(async call =>
            {
                await Task.Yield();
                await call.NextAsync();
            });
        }
        return layers;
    }
}
