using Microsoft.AspNetCore.Http;

namespace NextConnect.Node.Tests;

/// <summary>R13: what has started is aborted, never completed; who has gone gets nothing.</summary>
public sealed class StartedResponseTests
{
    private static readonly Exception Boom = new InvalidTimeZoneException("boom");

    [Fact]
    public async Task Error_after_the_start_is_logged_and_aborts_the_connection()
    {
        using var exchange = await FailAsync(started: true);

        exchange.IsAborted.ShouldBeTrue();
        exchange.Errors.ShouldBe([Boom]);
        exchange.Body.ShouldBe("part");
        exchange.Response.StatusCode.ShouldBe(200);
    }

    [Fact]
    public async Task Error_before_the_start_replaces_what_the_handler_has_set()
    {
        using var exchange = await FailAsync(started: false);

        exchange.IsAborted.ShouldBeFalse();
        exchange.Response.StatusCode.ShouldBe(500);
        exchange.Body.ShouldBe("Internal Server Error");
        exchange.Response.Headers.ContainsKey("x-secret").ShouldBeFalse();
        exchange.Response.ContentLength.ShouldBe(exchange.Body.Length);
    }

    [Fact]
    public async Task Custom_OnError_is_called_after_the_start_and_the_connection_is_aborted()
    {
        var seen = new List<Exception>();

        using var exchange = await FailAsync(started: true, new()
        {
            OnError = (error, _, _) =>
            {
                seen.Add(error);
                return Task.CompletedTask;
            },
        });

        seen.ShouldBe([Boom]);
        exchange.IsAborted.ShouldBeTrue();
        exchange.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Custom_OnError_that_fails_after_the_start_is_logged_and_aborts_the_connection()
    {
        using var exchange = await FailAsync(started: true, new() { OnError = (_, _, _) => throw new InvalidCastException() });

        exchange.IsAborted.ShouldBeTrue();
        exchange.Errors.ShouldHaveSingleItem().ShouldBeOfType<AggregateException>();
        exchange.Body.ShouldBe("part");
    }

    [Fact]
    public async Task Content_length_of_the_failed_handler_does_not_cut_the_page_of_OnError()
    {
        using var exchange = await FailAsync(started: false, new() { OnError = (_, _, res) => res.Body.WriteAsync("a longer page"u8.ToArray()).AsTask() });

        exchange.Response.ContentLength.ShouldBeNull();
        exchange.Body.ShouldEndWith("a longer page");
    }

    public static TheoryData<string> Cancellations => ["cancelled", "connection reset", "forgotten"];

    [Theory]
    [MemberData(nameof(Cancellations))]
    public async Task Cancelled_request_gets_no_page_no_OnError_and_no_log_and_the_server_learns_it(string how)
    {
        using var exchange = new NodeExchange();
        var calls = 0;
        var router = new NodeRouter()
            .Use(async (req, _, next) =>
            {
                var rest = next();
                if (how == "forgotten")
                    await Task.Delay(Timeout.Infinite, req.HttpContext.RequestAborted);
                await rest;
            })
            .Get("/x", async (req, _) =>
            {
                await Task.Yield();
                exchange.Leave();
                if (how == "connection reset")
                    throw new IOException("reset");
                req.HttpContext.RequestAborted.ThrowIfCancellationRequested();
            });

        var withOnError = router.Handler(new()
        {
            OnError = (_, _, _) =>
            {
                calls++;
                return Task.CompletedTask;
            },
        });
        await Should.ThrowAsync<OperationCanceledException>(() => withOnError(exchange.Context));
        await Should.ThrowAsync<OperationCanceledException>(() => router.Handler()(exchange.Context));

        calls.ShouldBe(0);
        exchange.Errors.ShouldBeEmpty();
        exchange.Body.ShouldBeEmpty();
    }

    [Fact]
    public async Task Cancellation_of_something_else_is_an_error()
    {
        using var exchange = new NodeExchange();

        await new NodeRouter().Get("/x", (_, _) => throw new OperationCanceledException("a timeout of our own")).Handler()(exchange.Context);

        exchange.Response.StatusCode.ShouldBe(500);
        exchange.Errors.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Bad_request_of_the_server_keeps_its_status_and_is_no_error_of_ours()
    {
        using var exchange = new NodeExchange();

        await new NodeRouter().Get("/x", (_, _) => throw new BadHttpRequestException("secret-7f3a", 413)).Handler()(exchange.Context);

        exchange.Response.StatusCode.ShouldBe(413);
        exchange.Body.ShouldBe("Payload Too Large");
        exchange.Errors.ShouldBeEmpty();
    }

    /// <summary><see cref="UnobservedTasks"/> reports what the chain leaves behind.</summary>
    [Fact]
    public async Task Error_after_the_server_has_taken_the_request_back_is_left_to_the_one_who_awaits()
    {
        using var exchange = new NodeExchange();
        var work = new TaskCompletionSource();
        var run = new NodeRouter().Use((_, _, next) => next()).Get("/x", (_, _) => work.Task).RunAsync(exchange.Request, exchange.Response);

        exchange.Context.Uninitialize();
        work.SetException(Boom);

        await Should.ThrowAsync<Exception>(() => run);
    }

    private static async Task<NodeExchange> FailAsync(bool started, NodeHandlerOptions? options = null)
    {
        var exchange = new NodeExchange();
        var router = new NodeRouter().Get("/x", async (_, res) =>
        {
            res.Headers["x-secret"] = "1";
            res.ContentLength = 10;
            await res.Body.WriteAsync("part"u8.ToArray());
            if (started)
                exchange.Start();
            throw Boom;
        });
        await router.Handler(options)(exchange.Context);
        return exchange;
    }
}
