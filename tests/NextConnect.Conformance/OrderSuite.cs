namespace NextConnect.Conformance;

/// <summary>R1, R15: all matching layers run in registration order, each continuing only by <c>next</c>.</summary>
public abstract class OrderSuite<TRouter, THandler, TEndpoint>(IRouterHarness<TRouter, THandler, TEndpoint> harness)
    : RouterSuite<TRouter, THandler, TEndpoint>(harness)
    where TRouter : RouterBase<TRouter, THandler, TEndpoint>
    where THandler : Delegate
    where TEndpoint : Delegate
{
    [Fact]
    public async Task Matching_layers_run_in_registration_order()
    {
        var router = NewRouter().Use(Pass("a")).Get("/x", Pass("b")).Use("/x", Pass("c")).Get("/y", Pass("other")).Get("/x", Answer("d")).Use(Pass("late"));

        var answer = await GetAsync(router, "/x");

        Ran.ShouldBe("a b c d");
        answer.Body.ShouldBe("d");
    }

    [Fact]
    public async Task Handlers_of_one_registration_run_in_their_order()
    {
        await GetAsync(NewRouter().Use(Pass("a"), Pass("b")).Get("/x", Pass("c"), Pass("d"), Stop("e")), "/x");

        Ran.ShouldBe("a b c d e");
    }

    [Fact]
    public async Task One_function_may_stand_in_several_layers()
    {
        var same = Pass("same");

        await GetAsync(NewRouter().Use(same, same).Get("/x", same).All(same, Stop("end")), "/x");

        Ran.ShouldBe("same same same same end");
    }

    [Fact]
    public async Task Handler_that_does_not_call_next_ends_the_chain()
    {
        var answer = await GetAsync(NewRouter().Use(Pass("a")).Use(Stop("denied", 401)).Get("/x", Answer("x")), "/x");

        Ran.ShouldBe("a denied");
        answer.Status.ShouldBe(401);
    }

    [Fact]
    public async Task Code_behind_next_runs_when_everything_after_it_has_ended()
    {
        THandler Around(string id) => Handler(async call =>
        {
            Log($"{id}<");
            await call.NextAsync();
            Log($">{id}");
        });
        var slow = Endpoint(async call =>
        {
            await Task.Yield();
            Log("x");
            await call.WriteAsync("x");
        });

        await GetAsync(NewRouter().Use(Around("a"), Around("b")).Get("/x", slow), "/x");

        Ran.ShouldBe("a< b< x >b >a");
    }

    [Fact]
    public void Match_is_data_and_runs_nothing()
    {
        var match = NewRouter().Use(Pass("a")).Get("/:id", Answer("x")).Table.Find("GET", "/7");

        match.Layers.Steps.Length.ShouldBe(2);
        match.ReadParams()["id"].ShouldBe("7");
        match.Layers.IsMiddlewareOnly.ShouldBeFalse();
        Ran.ShouldBeEmpty();
    }

    [Fact]
    public async Task Next_of_the_last_layer_becomes_no_match_inside_Handler()
    {
        var router = NewRouter().Use(Pass("a")).Get("/x", Pass("b"));

        (await GetAsync(router, "/x")).Status.ShouldBe(404);
        var custom = await GetAsync(router, "/x", new() { OnNoMatch = call => call.WriteAsync("nothing left", 410) });

        custom.Status.ShouldBe(410);
        custom.Body.ShouldBe("nothing left");
        Ran.ShouldBe("a b a b");
    }

    [Fact]
    public async Task Requests_share_no_state_of_the_chain()
    {
        var router = NewRouter().Use(Pass("a")).Get("/:id", AnswerParams());

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => GetAsync(router, $"/{i}"))));

        answers.Select(answer => answer.Body).ShouldBe(Enumerable.Range(0, 100).Select(i => $"id={i}"));
    }
}
