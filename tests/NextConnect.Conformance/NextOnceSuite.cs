namespace NextConnect.Conformance;

/// <summary>R14: one handler may call its <c>next</c> once, while the chain runs.</summary>
public abstract class NextOnceSuite<TRouter, THandler, TEndpoint>(IRouterHarness<TRouter, THandler, TEndpoint> harness)
    : RouterSuite<TRouter, THandler, TEndpoint>(harness)
    where TRouter : RouterBase<TRouter, THandler, TEndpoint>
    where THandler : Delegate
    where TEndpoint : Delegate
{
    [Fact]
    public async Task Second_next_of_one_handler_is_an_error_that_names_its_layer()
    {
        var twice = Handler(async call =>
        {
            await call.NextAsync();
            await call.NextAsync();
        });

        var answer = await GetAsync(NewRouter().Use("/api", twice).Get("/api/x", Answer("x")), "/api/x");

        Ran.ShouldBe("x");
        answer.Status.ShouldBe(500);
        var error = answer.Logged.ShouldHaveSingleItem().ShouldBeOfType<InvalidOperationException>();
        error.Message.ShouldContain("twice");
        error.Message.ShouldContain("'use /api'");
        error.Message.ShouldContain("probably a missing await or return");
    }

    [Fact]
    public async Task First_result_is_kept_when_the_handler_catches_the_error_of_the_second_next()
    {
        var forgiving = Handler(async call =>
        {
            await call.NextAsync();
            await Should.ThrowAsync<InvalidOperationException>(() => call.NextAsync());
        });

        var answer = await GetAsync(NewRouter().Use(forgiving).Get("/x", Answer("x")), "/x");

        answer.Body.ShouldBe("x");
        Ran.ShouldBe("x");
    }

    [Fact]
    public async Task Two_threads_that_call_next_at_once_run_the_rest_once()
    {
        using var barrier = new Barrier(2);
        var errors = 0;
        async Task RaceAsync(HandlerCall call)
        {
            barrier.SignalAndWait();
            try
            {
                await call.NextAsync();
            }
            catch (InvalidOperationException)
            {
                Interlocked.Increment(ref errors);
            }
        }
        var racing = Handler(call => Task.WhenAll(Task.Run(() => RaceAsync(call)), Task.Run(() => RaceAsync(call))));
        var router = NewRouter().Use(racing).Get("/x", Answer("x"));

        for (var i = 0; i < 50; i++)
            await GetAsync(router, "/x");

        errors.ShouldBe(50);
        Ran.Split(' ').Length.ShouldBe(50);
    }

    [Fact]
    public async Task Next_after_the_chain_has_ended_is_an_error_and_runs_nothing()
    {
        HandlerCall? kept = null;
        var keeping = Handler(call =>
        {
            kept = call;
            return call.WriteAsync("early");
        });
        var answer = await GetAsync(NewRouter().Use("/x", keeping).Get("/x", Answer("x")), "/x");

        var error = await Should.ThrowAsync<InvalidOperationException>(() => kept!.NextAsync());

        answer.Body.ShouldBe("early");
        error.Message.ShouldContain("'use /x'");
        error.Message.ShouldContain("after the chain had ended");
        Ran.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_handler_has_its_own_next()
    {
        await GetAsync(NewRouter().Use(Pass("a"), Pass("b")).Use(Pass("c")).Get("/x", Answer("x")), "/x");

        Ran.ShouldBe("a b c x");
    }
}
