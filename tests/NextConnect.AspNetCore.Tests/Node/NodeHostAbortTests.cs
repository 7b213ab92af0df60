using Microsoft.AspNetCore.Http;

namespace NextConnect.AspNetCore.Tests;

public sealed class NodeHostAbortTests
{
    [Fact]
    public async Task RequestAborted_fires_when_the_client_has_gone_and_nothing_is_logged()
    {
        var router = new NodeRouter().Get("/", (req, res) => Task.Delay(Timeout.Infinite, req.HttpContext.RequestAborted));

        (await ErrorsOfAbortAsync(router)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_OnError_does_not_see_an_abort()
    {
        var router = new NodeRouter().Get("/", (req, res) => Task.Delay(Timeout.Infinite, req.HttpContext.RequestAborted));
        Exception? seen = null;

        await ErrorsOfAbortAsync(router, new()
        {
            OnError = (error, req, res) =>
            {
                seen = error;
                return Task.CompletedTask;
            },
        });

        seen.ShouldBeNull();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_abort_that_a_handler_and_its_forgotten_next_both_see_is_no_error(bool hasOnError)
    {
        List<Exception> seen = [];
        var router = new NodeRouter()
            .Use((req, res, next) =>
            {
                _ = next();
                return FailWithTheClientAsync(req, res);
            })
            .Get("/", FailWithTheClientAsync);

        (await ErrorsOfAbortAsync(router, hasOnError ? new() { OnError = RecordAsync } : null)).ShouldBeEmpty();
        seen.ShouldBeEmpty();

        Task RecordAsync(Exception error, HttpRequest req, HttpResponse res)
        {
            seen.Add(error);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_real_error_beside_an_abort_is_logged()
    {
        var router = new NodeRouter()
            .Use(async (req, res, next) =>
            {
                _ = next();
                await Task.Delay(Timeout.Infinite, req.HttpContext.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                throw new InvalidOperationException("real");
            })
            .Get("/", FailWithTheClientAsync);

        (await ErrorsOfAbortAsync(router)).ShouldHaveSingleItem().Error.ShouldBeOfType<AggregateException>()
            .InnerExceptions.ShouldContain(error => error.Message == "real");
    }

    [Fact]
    public async Task An_OnError_that_an_abort_stops_is_not_logged()
    {
        var router = new NodeRouter().Get("/", (req, res) => throw new InvalidOperationException("handled"));

        var errors = await ErrorsOfAbortAsync(router, new() { OnError = (error, req, res) => Task.Delay(Timeout.Infinite, req.HttpContext.RequestAborted) });

        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_real_error_is_logged_once_also_when_the_client_has_gone()
    {
        var router = new NodeRouter().Get("/", async (req, res) =>
        {
            await Task.Delay(Timeout.Infinite, req.HttpContext.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw new InvalidOperationException("real");
        });

        (await ErrorsOfAbortAsync(router)).ShouldHaveSingleItem().Error!.Message.ShouldBe("real");
    }

    [Fact]
    public async Task Callback_middleware_that_never_calls_next_ends_with_the_client()
    {
        var router = new NodeRouter().Use(ExpressWrapper.Wrap((req, res, next) => { })).Get("/", (req, res) => Task.CompletedTask);

        (await ErrorsOfAbortAsync(router)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Callback_middleware_whose_task_never_ends_ends_with_the_client()
    {
        var router = new NodeRouter()
            .Use(ExpressWrapper.Wrap(async (req, res, next) => await new TaskCompletionSource().Task))
            .Get("/", (req, res) => Task.CompletedTask);

        (await ErrorsOfAbortAsync(router)).ShouldBeEmpty();
    }

    /// <summary>Fails as a read of the body does when the client has gone.</summary>
    private static async Task FailWithTheClientAsync(HttpRequest req, HttpResponse res)
    {
        await Task.Delay(Timeout.Infinite, req.HttpContext.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        throw new IOException("reset");
    }

    /// <summary>Sends a request, goes away when it has reached the router, and waits for the router to be done.</summary>
    private static async Task<LogEntry[]> ErrorsOfAbortAsync(NodeRouter router, NodeHandlerOptions? options = null)
    {
        var (started, ended) = (new TaskCompletionSource(), new TaskCompletionSource());
        var handler = router.Handler(options);
        await using var server = await LiveServer.StartAsync(async context =>
        {
            started.SetResult();
            try
            {
                await handler(context);
            }
            finally
            {
                ended.SetResult();
            }
        });
        return await server.ErrorsOfAbortAsync(started.Task, ended.Task);
    }
}
