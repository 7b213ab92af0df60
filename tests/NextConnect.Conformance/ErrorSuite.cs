using System.Text.RegularExpressions;

namespace NextConnect.Conformance;

/// <summary>R12: every error is answered, without a word of its text.</summary>
public abstract class ErrorSuite<TRouter, THandler, TEndpoint>(IRouterHarness<TRouter, THandler, TEndpoint> harness)
    : RouterSuite<TRouter, THandler, TEndpoint>(harness)
    where TRouter : RouterBase<TRouter, THandler, TEndpoint>
    where THandler : Delegate
    where TEndpoint : Delegate
{
    private const string Marker = "secret-7f3a";
    private static readonly Exception Boom = new InvalidTimeZoneException(Marker);

    public static TheoryData<string> Places =>
    [
        "endpoint", "endpoint's task", "handler", "handler behind next", "middleware", "OnNoMatch", "OnNoMatch by next", "guard before 405",
    ];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Default_is_500_logged_once_and_nothing_of_the_error_leaves(string place)
    {
        var answer = await FailAsync(place, null);

        answer.Status.ShouldBe(500);
        answer.Body.ShouldBe("Internal Server Error");
        answer.Headers["Content-Type"].ShouldBe("text/plain; charset=utf-8");
        answer.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
        answer.Everything.ShouldNotContain(Marker);
        answer.Everything.ShouldNotContain(nameof(InvalidTimeZoneException));
        answer.Logged.ShouldBe([Boom]);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task OnError_sees_every_error_once_and_nothing_is_logged(string place)
    {
        var answer = await FailAsync(place, (error, call) =>
        {
            error.ShouldBeSameAs(Boom);
            Log("OnError");
            return call.WriteAsync("sorry", 503);
        });

        answer.Status.ShouldBe(503);
        answer.Body.ShouldBe("sorry");
        answer.Logged.ShouldBeEmpty();
        Ran.ShouldBe("OnError");
    }

    [Fact]
    public async Task An_aggregate_of_no_errors_is_an_error_too()
    {
        var answer = await GetAsync(NewRouter().Get("/x", Endpoint(_ => throw new AggregateException(Marker))), "/x");

        answer.Status.ShouldBe(500);
        answer.Logged.ShouldHaveSingleItem().ShouldBeOfType<AggregateException>();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OnError_that_fails_is_500_and_both_errors_are_logged(bool isAsync)
    {
        var second = new InvalidCastException(Marker);

        var answer = await FailAsync("endpoint", async (_, _) =>
        {
            if (isAsync)
                await Task.Yield();
            throw second;
        });

        answer.Status.ShouldBe(500);
        answer.Body.ShouldBe("Internal Server Error");
        answer.Everything.ShouldNotContain(Marker);
        answer.Logged.ShouldHaveSingleItem().ShouldBeOfType<AggregateException>().InnerExceptions.ShouldBe([second, Boom], ignoreOrder: true);
    }

    [Fact]
    public async Task Regex_that_hits_its_time_limit_fails_the_request_and_no_handler_runs()
    {
        var slow = new Regex(@"^/(a+)+\z");
        var path = "/" + new string('a', 60) + "!";
        Exception? seen = null;
        var router = NewRouter().Use(Pass("before")).Use(slow, Pass("guard")).All(Answer("x"));

        var answer = await GetAsync(router, path);
        await GetAsync(router, path, new()
        {
            OnError = (error, call) =>
            {
                seen = error;
                return call.WriteAsync("slow", 503);
            },
        });

        answer.Status.ShouldBe(500);
        answer.Logged.ShouldHaveSingleItem().ShouldBeOfType<RegexMatchTimeoutException>();
        seen.ShouldBeOfType<RegexMatchTimeoutException>();
        Ran.ShouldBeEmpty();
    }

    [Fact]
    public async Task Middleware_that_catches_an_error_answers_it_itself()
    {
        var catching = Handler(async call =>
        {
            try
            {
                await call.NextAsync();
            }
            catch (InvalidTimeZoneException)
            {
                await call.WriteAsync("caught", 422);
            }
        });

        var answer = await GetAsync(NewRouter().Use(catching).Get("/x", Endpoint(_ => throw Boom)), "/x");

        answer.Status.ShouldBe(422);
        answer.Logged.ShouldBeEmpty();
    }

    [Fact]
    public async Task Default_500_to_HEAD_has_no_body()
    {
        var answer = await SendAsync(NewRouter().Get("/x", Endpoint(_ => throw Boom)), "HEAD", "/x");

        answer.Status.ShouldBe(500);
        answer.Body.ShouldBeEmpty();
    }

    [Fact]
    public async Task Router_goes_on_after_an_error()
    {
        var router = NewRouter().Get("/bad", Endpoint(_ => throw Boom)).Get("/x", Answer("x"));

        (await GetAsync(router, "/bad")).Status.ShouldBe(500);
        (await GetAsync(router, "/x")).Body.ShouldBe("x");
    }

    [Fact]
    public async Task Handler_that_returns_null_instead_of_a_task_is_an_error_that_names_its_layer()
    {
        var answer = await GetAsync(NewRouter().Get("/users/:id", NullTask()), "/users/7");

        answer.Status.ShouldBe(500);
        answer.Logged.ShouldHaveSingleItem()
            .Message.ShouldBe("A handler of 'GET /users/:id' returned null instead of a task. Make it async, or return a task.");
    }

    /// <summary>Makes an endpoint that returns no task at all.</summary>
    protected abstract TEndpoint NullTask();

    private Task<TestResponse> FailAsync(string place, Func<Exception, HandlerCall, Task>? onError)
    {
        var router = NewRouter();
        var failing = Handler(_ => throw Boom);
        var options = new TestOptions { OnError = onError };
        return place switch
        {
            "endpoint" => GetAsync(router.Get("/x", Endpoint(_ => throw Boom)), "/x", options),
            "endpoint's task" => GetAsync(router.Get("/x", Endpoint(_ => Task.FromException(Boom))), "/x", options),
            "handler" => GetAsync(router.Get("/x", failing), "/x", options),
            "handler behind next" => GetAsync(router.Use(Handler(async call => await call.NextAsync())).Get("/x", failing), "/x", options),
            "middleware" => GetAsync(router.Use(failing).Get("/x", Answer("x")), "/x", options),
            "OnNoMatch" => GetAsync(router, "/x", options with { OnNoMatch = _ => throw Boom }),
            "OnNoMatch by next" => GetAsync(router.Get("/x", Handler(call => call.NextAsync())), "/x", options with { OnNoMatch = _ => throw Boom }),
            _ => GetAsync(router.Use(failing).Post("/x", Answer("x")), "/x", options with { HandleMethodNotAllowed = true }),
        };
    }
}
