namespace NextConnect.Conformance;

/// <summary>R16: a handler that forgets to await <c>next</c> loses nothing; one that has caught an error keeps it.</summary>
public abstract class UnobservedNextSuite<TRouter, THandler, TEndpoint>(IRouterHarness<TRouter, THandler, TEndpoint> harness)
    : RouterSuite<TRouter, THandler, TEndpoint>(harness)
    where TRouter : RouterBase<TRouter, THandler, TEndpoint>
    where THandler : Delegate
    where TEndpoint : Delegate
{
    private static readonly Exception Boom = new InvalidTimeZoneException("boom");

    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static TheoryData<string> Ways => ["sync", "async", "async after a while"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Chain_waits_for_the_rest_that_a_handler_forgot(string way)
    {
        var sending = GetAsync(NewRouter().Use(Forgetful(way)).Get("/x", Gated(() => Log("done"))), "/x");

        await _started.Task;
        sending.IsCompleted.ShouldBeFalse();
        _gate.SetResult();
        await sending;

        Ran.ShouldBe("done");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Error_after_the_forgetful_handler_has_ended_reaches_OnError(string way)
    {
        var sending = SendAndCatchAsync(NewRouter().Use(Forgetful(way)).Get("/x", Gated(() => throw Boom)));

        await _started.Task;
        _gate.SetResult();

        (await sending).ShouldBeSameAs(Boom);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Error_before_the_forgetful_handler_has_ended_reaches_OnError_or_the_log_when_the_handler_has_responded(string way)
    {
        foreach (var throwing in new[] { Throwing(Boom), Endpoint(_ => Task.FromException(Boom)) })
        {
            Exception? seen = null;

            var answer = await GetAsync(NewRouter().Use(Forgetful(way)).Get("/x", throwing), "/x", Catching(error => seen = error));

            seen.ShouldBe(Harness.AlwaysResponds ? null : Boom);
            answer.Logged.ShouldBe(Harness.AlwaysResponds ? [Boom] : []);
        }
    }

    [Fact]
    public async Task Next_started_on_another_thread_is_waited_for()
    {
        using var gate = new ManualResetEventSlim();
        Task? started = null;
        var other = Handler(async call =>
        {
            started = Task.Run(call.NextAsync);
            await _started.Task;
            await call.WriteAsync("early");
        });
        var blocking = Endpoint(_ =>
        {
            _started.SetResult();
            gate.Wait();
            throw Boom;
        });

        var sending = SendAndCatchAsync(NewRouter().Use(other).Get("/x", blocking));
        await _started.Task;
        sending.IsCompleted.ShouldBeFalse();
        gate.Set();

        (await sending).ShouldBeSameAs(Boom);
        (await Should.ThrowAsync<InvalidTimeZoneException>(started!)).ShouldBeSameAs(Boom); // the test's own task around that of next
    }

    public static TheoryData<string> Looking => ["suppress", "any", "continue", "poll"];

    [Theory]
    [MemberData(nameof(Looking))]
    public async Task Response_of_a_handler_that_has_looked_at_an_error_stands_and_the_error_is_logged(string how)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var late = Endpoint(async _ =>
        {
            await gate.Task;
            throw Boom;
        });
        foreach (var throwing in new[] { Throwing(Boom), Endpoint(_ => Task.FromException(Boom)), Endpoint(_ => throw Boom), late })
        {
            Exception? seen = null;
            var looking = Handler(async call =>
            {
                var rest = call.NextAsync();
                gate.TrySetResult();
                await LookAsync(rest, how);
                rest.IsFaulted.ShouldBeTrue();
                await call.WriteAsync("fine");
            });

            var answer = await GetAsync(
                NewRouter().Use(Pass("a")).Use(looking).Use(Pass("b")).Get("/x", throwing), "/x", Catching(error => seen = error));

            seen.ShouldBeNull();
            answer.Body.ShouldBe("fine");
            answer.Logged.ShouldBe([Boom]);
        }
    }

    [Theory]
    [MemberData(nameof(Looking))]
    public async Task Error_that_a_handler_has_looked_at_and_throws_inside_its_own_stays_inside(string how)
    {
        var wrapping = Handler(async call =>
        {
            var rest = call.NextAsync();
            await LookAsync(rest, how);
            throw new InvalidCastException("own", rest.Exception);
        });

        (await SendAndCatchAsync(NewRouter().Use(wrapping).Get("/x", Throwing(Boom)))).ShouldBeOfType<InvalidCastException>().Message.ShouldBe("own");
    }

    [Fact]
    public async Task Handler_and_forgotten_rest_that_both_fail_give_both_errors()
    {
        var own = new InvalidCastException("own");
        var failing = Handler(async call =>
        {
            _ = call.NextAsync();
            await Task.Yield();
            throw own;
        });

        var error = await SendAndCatchAsync(NewRouter().Use(failing).Get("/x", Throwing(Boom)));

        error.ShouldBeOfType<AggregateException>().InnerExceptions.ShouldBe([own, Boom]);
    }

    [Fact]
    public async Task Forgotten_error_is_reported_once_through_several_handlers()
    {
        var seen = new List<Exception>();
        var router = NewRouter().Use(Forgetful("sync")).Use(Pass("a")).Use(Handler(async call => await call.NextAsync())).Get("/x", Throwing(Boom));

        var answer = await GetAsync(router, "/x", Catching(seen.Add));

        seen.Concat(answer.Logged).ShouldBe([Boom]);
    }

    [Fact]
    public async Task Handler_that_forgets_behind_one_that_forgets_is_waited_for_too()
    {
        var router = NewRouter().Use(Forgetful("sync")).Use(Forgetful("async")).Use(Forgetful("async after a while")).Get("/x", Gated(() => throw Boom));
        var sending = SendAndCatchAsync(router);

        await _started.Task;
        _gate.SetResult();

        (await sending).ShouldBeSameAs(Boom);
    }

    [Fact]
    public async Task Cancelled_rest_that_a_handler_forgot_is_an_error()
    {
        var sending = SendAndCatchAsync(NewRouter().Use(Forgetful("sync")).Get("/x", Gated(() => throw new OperationCanceledException())));

        await _started.Task;
        _gate.SetResult();

        (await sending).ShouldBeAssignableTo<OperationCanceledException>();
    }

    public static TheoryData<string> CatchingWays => ["await", "await, work after it", "await all", "result", "await later", "own error instead"];

    [Theory]
    [MemberData(nameof(CatchingWays))]
    public async Task Error_that_a_handler_has_caught_stays_caught(string how)
    {
        foreach (var throwing in new[] { Throwing(Boom), Endpoint(_ => Task.FromException(Boom)), Endpoint(_ => throw Boom) })
        {
            var catching = Handler(call => CatchAsync(call, how));

            var seen = await SendAndCatchAsync(NewRouter().Use(Pass("a")).Use(catching).Use(Pass("b")).Get("/x", throwing));

            seen?.Message.ShouldBe("own");
            (seen is null).ShouldBe(how != "own error instead");
        }
    }

    private static async Task CatchAsync(HandlerCall call, string how)
    {
        try
        {
            switch (how)
            {
                case "await all":
                    await Task.WhenAll(call.NextAsync(), Task.Delay(0));
                    break;
                case "result":
                    Block(call.NextAsync());
                    break;
                case "await later":
                    var rest = call.NextAsync();
                    await Task.Yield();
                    await rest;
                    break;
                default:
                    await call.NextAsync();
                    break;
            }
        }
        catch (InvalidTimeZoneException error) when (how == "own error instead")
        {
            throw new InvalidCastException("own", error);
        }
        catch (InvalidTimeZoneException)
        {
            if (how == "await, work after it")
                await Task.Yield();
            await call.WriteAsync("caught");
        }
    }

    /// <summary>Waits for the end of a task, in a way of .NET that does not throw its error.</summary>
    private static async Task LookAsync(Task rest, string how)
    {
        switch (how)
        {
            case "suppress":
                await rest.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            case "any":
                await Task.WhenAny(rest);
                break;
            case "continue":
                await rest.ContinueWith(ended => ended.Exception, TaskScheduler.Default);
                break;
            default:
                while (!rest.IsCompleted)
                    await Task.Yield();
                break;
        }
    }

    private static void Block(Task rest) => rest.GetAwaiter().GetResult();

    private THandler Forgetful(string way) => way switch
    {
        "sync" => Handler(call =>
        {
            _ = call.NextAsync();
            return Task.CompletedTask;
        }),
        "async" => Handler(async call => _ = call.NextAsync()),
        _ => Handler(async call =>
        {
            _ = call.NextAsync();
            await Task.Yield();
        }),
    };

    /// <summary>An endpoint that goes on when the test opens the gate.</summary>
    private TEndpoint Gated(Action work) => Endpoint(async _ =>
    {
        _started.TrySetResult();
        await _gate.Task;
        work();
    });

    private TEndpoint Throwing(Exception error) => Endpoint(async _ =>
    {
        await Task.CompletedTask;
        throw error;
    });

    private async Task<Exception?> SendAndCatchAsync(TRouter router)
    {
        Exception? seen = null;
        await GetAsync(router, "/x", Catching(error =>
        {
            seen.ShouldBeNull();
            seen = error;
        }));
        return seen;
    }

    private static TestOptions Catching(Action<Exception> see) => new()
    {
        OnError = (error, call) =>
        {
            see(error);
            return call.WriteAsync("error", 500);
        },
    };
}
