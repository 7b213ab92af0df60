namespace NextConnect.Node.Tests;

/// <summary>Middleware without a value in a <see cref="NodeRouter{TResult}"/>.</summary>
public sealed class NodeHandlerResultTests
{
    [Fact]
    public async Task Wrapped_callbacks_pass_on_the_value_of_the_chain()
    {
        ExpressHandler callback = (req, res, next) =>
        {
            res.Headers["X-Callback"] = "1";
            next();
        };
        AsyncExpressHandler asynchronous = async (req, res, next) =>
        {
            await Task.Yield();
            next();
        };
        using var exchange = new NodeExchange();
        var router = new NodeRouter<string>()
            .Use(ExpressWrapper.Wrap(callback).WithResult<string>())
            .Use("/x", ExpressWrapper.Wrap(asynchronous).WithResult<string>())
            .Get("/x", ExpressWrapper.Wrap(callback).WithResult<string>(), (req, res) => Task.FromResult("ok"));

        (await RunAsync(router, exchange)).ShouldBe("ok");
        exchange.Response.Headers["X-Callback"].ToString().ShouldBe("1");
    }

    [Fact]
    public async Task Middleware_that_responds_itself_gives_the_default()
    {
        using var exchange = new NodeExchange();
        var router = new NodeRouter<string>()
            .Use(ExpressWrapper.Wrap((req, res, next) => res.StatusCode = 401).WithResult<string>())
            .Get("/x", (req, res) => Task.FromResult("never"));

        (await RunAsync(router, exchange)).ShouldBeNull();
        exchange.Response.StatusCode.ShouldBe(401);
    }

    [Fact]
    public async Task Error_of_a_callback_and_of_the_rest_propagates()
    {
        NodeHandler pass = (req, res, next) => next();
        var failing = new NodeRouter<int>().Use(ExpressWrapper.Wrap((req, res, next) => next(new InvalidTimeZoneException())).WithResult<int>());
        var rest = new NodeRouter<int>().Use(pass.WithResult<int>()).Get("/x", (req, res) => throw new InvalidTimeZoneException());

        await Should.ThrowAsync<InvalidTimeZoneException>(() => RunAsync(failing));
        await Should.ThrowAsync<InvalidTimeZoneException>(() => RunAsync(rest));
    }

    [Fact]
    public async Task Error_that_the_middleware_has_handled_gives_the_default()
    {
        NodeHandler handle = async (req, res, next) =>
        {
            try
            {
                await next();
            }
            catch (InvalidTimeZoneException)
            {
                res.StatusCode = 503;
            }
        };
        using var exchange = new NodeExchange();
        var router = new NodeRouter<int>().Use(async (req, res, next) => await next() + 1).Use(handle.WithResult<int>()).Get("/x", async (req, res) =>
        {
            await Task.Yield();
            throw new InvalidTimeZoneException();
        });

        (await RunAsync(router, exchange)).ShouldBe(1);
        exchange.Response.StatusCode.ShouldBe(503);
    }

    [Fact]
    public async Task Value_of_a_next_that_is_not_awaited_is_passed_on_too()
    {
        var gate = new TaskCompletionSource();
        NodeHandler forgetful = (req, res, next) =>
        {
            _ = next();
            gate.SetResult();
            return Task.CompletedTask;
        };
        var router = new NodeRouter<int>().Use(forgetful.WithResult<int>()).Get("/x", async (req, res) =>
        {
            await gate.Task;
            return 7;
        });

        (await RunAsync(router)).ShouldBe(7);
    }

    [Fact]
    public async Task Null_instead_of_a_task_or_of_middleware_is_an_error_that_says_so()
    {
        NodeHandler none = (req, res, next) => null!;

        (await Should.ThrowAsync<InvalidOperationException>(() => RunAsync(new NodeRouter<int>().Use("/x", none.WithResult<int>()))))
            .Message.ShouldContain("'use /x' returned null");
        Should.Throw<ArgumentNullException>(() => ((NodeHandler)null!).WithResult<int>()).ParamName.ShouldBe("middleware");
    }

    private static async Task<TResult?> RunAsync<TResult>(NodeRouter<TResult> router)
    {
        using var exchange = new NodeExchange();
        return await RunAsync(router, exchange);
    }

    private static Task<TResult?> RunAsync<TResult>(NodeRouter<TResult> router, NodeExchange exchange) =>
        router.RunAsync(exchange.Request, exchange.Response);
}
