using Microsoft.AspNetCore.Http;
namespace NextConnect.Node.Tests;

/// <summary>R18: wrapped callback middleware settles once, whatever it does, and never hangs a request.</summary>
public sealed class ExpressWrapperTests
{
    private readonly List<string> _ran = [];

    [Fact]
    public async Task Chain_goes_on_when_next_is_called()
    {
        using var exchange = await SendAsync(ExpressWrapper.Wrap((_, res, next) =>
        {
            res.Headers["x-legacy"] = "1";
            next();
        }));

        _ran.ShouldBe(["x"]);
        exchange.Response.Headers["x-legacy"].ToString().ShouldBe("1");
    }

    [Fact]
    public async Task Next_with_null_is_no_error()
    {
        using var exchange = await SendAsync(ExpressWrapper.Wrap((_, _, next) => next(null)));

        _ran.ShouldBe(["x"]);
        exchange.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task First_next_wins_and_later_calls_are_ignored()
    {
        using var exchange = await SendAsync(ExpressWrapper.Wrap((_, _, next) =>
        {
            next();
            next();
            next(new InvalidTimeZoneException("too late"));
        }));

        _ran.ShouldBe(["x"]);
        exchange.Response.StatusCode.ShouldBe(200);
        exchange.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Rest_runs_after_the_callback_has_returned()
    {
        using var exchange = await SendAsync(ExpressWrapper.Wrap((_, _, next) =>
        {
            next();
            _ran.Add("callback");
        }));

        _ran.ShouldBe(["callback", "x"]);
    }

    [Fact]
    public async Task Next_may_be_called_later_from_another_thread()
    {
        ExpressNext? later = null;
        var sending = SendAsync(ExpressWrapper.Wrap((_, _, next) => later = next));
        sending.IsCompleted.ShouldBeFalse();

        var thread = new Thread(() => later!());
        thread.Start();
        using var exchange = await sending;

        _ran.ShouldBe(["x"]);
    }

    [Fact]
    public async Task Callback_that_has_started_the_response_ends_the_chain()
    {
        using var exchange = new NodeExchange();

        await RunAsync(exchange, ExpressWrapper.Wrap((_, _, _) => exchange.Start()));

        _ran.ShouldBeEmpty();
    }

    [Fact]
    public async Task Callback_that_has_changed_the_status_ends_the_chain()
    {
        using var exchange = await SendAsync(ExpressWrapper.Wrap((_, res, _) => res.StatusCode = 401));

        _ran.ShouldBeEmpty();
        exchange.Response.StatusCode.ShouldBe(401);
    }

    [Fact]
    public async Task Callback_that_changes_the_status_and_calls_next_goes_on()
    {
        using var exchange = await SendAsync(ExpressWrapper.Wrap((_, res, next) =>
        {
            res.StatusCode = 203;
            next();
        }));

        _ran.ShouldBe(["x"]);
    }

    [Fact]
    public async Task End_ends_the_chain_also_when_it_comes_later()
    {
        using var exchange = new NodeExchange();
        var running = RunAsync(exchange, ExpressWrapper.Wrap((_, _, _) => { }));
        running.IsCompleted.ShouldBeFalse();

        exchange.Response.End();
        await running;

        _ran.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(200, "later")]
    [InlineData(204, "")]
    public async Task SendAsync_after_the_callback_has_returned_ends_the_chain(int status, string body)
    {
        using var exchange = new NodeExchange();
        exchange.Response.StatusCode = status;
        var running = RunAsync(exchange, ExpressWrapper.Wrap((_, _, _) => { }));
        running.IsCompleted.ShouldBeFalse();

        await exchange.Response.SendAsync("later");
        await running.WaitAsync(TimeSpan.FromMinutes(1));

        _ran.ShouldBeEmpty();
        exchange.Body.ShouldBe(body);
    }

    [Fact]
    public async Task SendAsync_that_fails_after_the_callback_has_returned_ends_the_chain_too()
    {
        using var exchange = new NodeExchange();
        exchange.Response.Body = new MemoryStream([], writable: false);
        var running = RunAsync(exchange, ExpressWrapper.Wrap((_, _, _) => { }));

        await Should.ThrowAsync<NotSupportedException>(() => exchange.Response.SendAsync("later"));
        await running.WaitAsync(TimeSpan.FromMinutes(1));

        _ran.ShouldBeEmpty();
    }

    [Fact]
    public async Task SendAsync_that_is_refused_after_the_callback_has_returned_ends_the_chain_too()
    {
        using var exchange = new NodeExchange();
        var running = RunAsync(exchange, ExpressWrapper.Wrap((_, _, _) => { }));

        ((HeaderDictionary)exchange.Response.Headers).IsReadOnly = true; // as those of a response that has started
        await Should.ThrowAsync<InvalidOperationException>(() => exchange.Response.SendAsync("too late"));
        await running.WaitAsync(TimeSpan.FromMinutes(1));

        _ran.ShouldBeEmpty();
    }

    [Fact]
    public async Task Next_behind_SendAsync_goes_on_while_the_callback_runs()
    {
        using var exchange = await SendAsync(ExpressWrapper.Wrap((req, res, next) =>
        {
            _ = res.SendAsync("sent");
            next();
        }));
        using var asynchronous = await SendAsync(ExpressWrapper.Wrap(async (_, res, next) =>
        {
            await Task.Yield();
            await res.SendAsync("sent");
            next();
        }));

        _ran.ShouldBe(["x", "x"]);
    }

    [Fact]
    public async Task Next_after_End_is_ignored()
    {
        using var exchange = await SendAsync(ExpressWrapper.Wrap((_, res, next) =>
        {
            res.End();
            next();
        }));

        _ran.ShouldBeEmpty();
    }

    [Fact]
    public void End_outside_wrapped_middleware_does_nothing()
    {
        using var exchange = new NodeExchange();

        Should.NotThrow(exchange.Response.End);
    }

    [Fact]
    public async Task Aborted_request_ends_a_callback_that_does_nothing()
    {
        using var exchange = new NodeExchange();
        var running = RunAsync(exchange, ExpressWrapper.Wrap((_, _, _) => { }));
        running.IsCompleted.ShouldBeFalse();

        exchange.Leave();
        await Should.ThrowAsync<OperationCanceledException>(running);

        _ran.ShouldBeEmpty();
        exchange.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Callback_whose_task_ends_without_next_has_answered()
    {
        using var exchange = await SendAsync(ExpressWrapper.Wrap(async (_, res, _) =>
        {
            await Task.Yield();
            res.StatusCode = 202;
        }));

        _ran.ShouldBeEmpty();
        exchange.Response.StatusCode.ShouldBe(202);
    }

    [Fact]
    public async Task Chain_goes_on_before_the_callbacks_task_has_ended_and_waits_for_it()
    {
        var gate = new TaskCompletionSource();
        var sending = SendAsync(ExpressWrapper.Wrap(async (_, _, next) =>
        {
            next();
            await gate.Task;
            _ran.Add("callback");
        }), onEndpoint: gate.SetResult);

        using var exchange = await sending;

        _ran.ShouldBe(["x", "callback"]);
    }

    [Fact]
    public void Null_middleware_is_refused()
    {
        Should.Throw<ArgumentNullException>(() => ExpressWrapper.Wrap((ExpressHandler)null!));
        Should.Throw<ArgumentNullException>(() => ExpressWrapper.Wrap((AsyncExpressHandler)null!));
    }

    private async Task<NodeExchange> SendAsync(NodeHandler middleware, Action? onEndpoint = null)
    {
        var exchange = new NodeExchange();
        await RunAsync(exchange, middleware, onEndpoint);
        return exchange;
    }

    private Task RunAsync(NodeExchange exchange, NodeHandler middleware, Action? onEndpoint = null) => new NodeRouter()
        .Use(middleware)
        .Get("/x", (_, _) =>
        {
            _ran.Add("x");
            onEndpoint?.Invoke();
            return Task.CompletedTask;
        })
        .Handler()(exchange.Context);
}
