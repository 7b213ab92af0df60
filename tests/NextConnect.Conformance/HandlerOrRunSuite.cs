namespace NextConnect.Conformance;

/// <summary>R9: <c>Handler</c> always answers, <c>RunAsync</c> only runs what matches.</summary>
public abstract class HandlerOrRunSuite<TRouter, THandler, TEndpoint>(IRouterHarness<TRouter, THandler, TEndpoint> harness)
    : RouterSuite<TRouter, THandler, TEndpoint>(harness)
    where TRouter : RouterBase<TRouter, THandler, TEndpoint>
    where THandler : Delegate
    where TEndpoint : Delegate
{
    [Fact]
    public async Task Handler_answers_404_when_only_middleware_matches()
    {
        var answer = await GetAsync(NewRouter().Use(Pass("a")).Use("/x", Stop("b")), "/x");

        answer.Status.ShouldBe(404);
        Ran.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/x")]
    [InlineData("/y")]
    public async Task Handler_calls_OnNoMatch_alone_when_no_route_matches(string path)
    {
        var options = new TestOptions { OnNoMatch = call => call.WriteAsync("custom", 404) };

        var answer = await GetAsync(NewRouter().Use("/x", Pass("a")).Post("/x", Answer("post")), path, options);

        answer.Body.ShouldBe("custom");
        Ran.ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsync_runs_middleware_when_nothing_else_matches()
    {
        var answer = await RunAsync(NewRouter().Use(Pass("a")).Use("/x", Stop("b", 202)), "GET", "/x");

        Ran.ShouldBe("a b");
        answer!.Status.ShouldBe(202);
        answer.Body.ShouldBe("b");
    }

    [Fact]
    public async Task RunAsync_runs_routes()
    {
        (await RunAsync(NewRouter().Use(Pass("a")).Get("/:id", AnswerParams()), "GET", "/7"))!.Body.ShouldBe("id=7");
    }

    [Fact]
    public async Task RunAsync_lets_errors_through()
    {
        var error = new InvalidTimeZoneException("boom");

        (await Should.ThrowAsync<InvalidTimeZoneException>(
            () => RunAsync(NewRouter().Get("/x", Endpoint(_ => throw error)), "GET", "/x")))
            .ShouldBeSameAs(error);
        (await Should.ThrowAsync<InvalidTimeZoneException>(
            () => RunAsync(NewRouter().Use(Handler(_ => Task.FromException(error))), "GET", "/x")))
            .ShouldBeSameAs(error);
    }

    [Fact]
    public async Task RunAsync_writes_nothing_when_nothing_matches()
    {
        var answer = await RunAsync(NewRouter().Get("/x", Answer("x")), "GET", "/y");

        (answer?.Body ?? "").ShouldBeEmpty();
        (answer?.Status ?? 200).ShouldBe(200);
    }
}
