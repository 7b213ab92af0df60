namespace NextConnect.Node.Tests;

/// <summary><see cref="NodeRouter{TResult}"/>: handlers that return values.</summary>
public sealed class NodeRouterResultTests
{
    [Fact]
    public async Task Values_compose_through_next()
    {
        var router = new NodeRouter<int>()
            .Use(async (_, _, next) => await next() + 1)
            .Use("/x", async (_, _, next) => await next() + 2)
            .Get("/x", (_, _) => Task.FromResult(3));

        (await RunAsync(router)).ShouldBe(6);
    }

    [Fact]
    public async Task Nothing_that_matches_gives_the_default()
    {
        (await RunAsync(new NodeRouter<int>().Post("/x", (_, _) => Task.FromResult(3)))).ShouldBe(0);
        (await RunAsync(new NodeRouter<string>())).ShouldBeNull();
    }

    [Fact]
    public async Task Next_behind_the_last_layer_gives_the_default()
    {
        (await RunAsync(new NodeRouter<int>().Use(async (_, _, next) => await next() + 1).Get("/x", (_, _, next) => next()))).ShouldBe(1);
        (await RunAsync(new NodeRouter<string>().Use(async (_, _, next) => await next() ?? "fallback"))).ShouldBe("fallback");
    }

    [Fact]
    public async Task First_middleware_can_turn_errors_into_a_value()
    {
        var router = new NodeRouter<string>()
            .Use(async (_, _, next) =>
            {
                try
                {
                    return await next();
                }
                catch (InvalidTimeZoneException error)
                {
                    return $"error page: {error.Message}";
                }
            })
            .Get("/x", (_, _) => throw new InvalidTimeZoneException("boom"));

        (await RunAsync(router)).ShouldBe("error page: boom");
    }

    [Fact]
    public async Task Errors_pass_through_RunAsync()
    {
        await Should.ThrowAsync<InvalidTimeZoneException>(() => RunAsync(new NodeRouter<int>().Get("/x", (_, _) => throw new InvalidTimeZoneException())));
    }

    [Fact]
    public async Task Error_of_a_forgotten_next_is_not_lost()
    {
        var gate = new TaskCompletionSource();
        var router = new NodeRouter<int>()
            .Use((_, _, next) =>
            {
                _ = next();
                return Task.FromResult(1);
            })
            .Get("/x", async (_, _) =>
            {
                await gate.Task;
                throw new InvalidTimeZoneException();
            });

        var running = RunAsync(router);
        gate.SetResult();

        await Should.ThrowAsync<InvalidTimeZoneException>(() => running);
    }

    [Fact]
    public async Task Value_of_a_layer_that_has_looked_at_an_error_stands_and_the_error_is_logged()
    {
        var router = new NodeRouter<int>()
            .Use(async (_, _, next) =>
            {
                var rest = next();
                await ((Task)rest).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return rest.IsFaulted ? 7 : await rest;
            })
            .Get("/x", (_, _) => throw new InvalidTimeZoneException("boom"));
        using var exchange = new NodeExchange();

        (await router.RunAsync(exchange.Request, exchange.Response)).ShouldBe(7);
        exchange.Errors.ShouldHaveSingleItem().Message.ShouldBe("boom");
    }

    [Fact]
    public async Task Mounted_and_cloned_routers_keep_their_values()
    {
        var sub = new NodeRouter<int>().Get("/:n", (req, _) => Task.FromResult(req.Params["n"]!.Length));
        var router = new NodeRouter<int>().Use("/sub", sub).Clone();

        (await RunAsync(router, "/sub/abc")).ShouldBe(3);
    }

    [Fact]
    public async Task Deep_chain_of_values_does_not_overflow_the_stack()
    {
        var layers = new NodeHandler<int>[100_000];
        Array.Fill(layers, async (_, _, next) => await next() + 1);

        var router = new NodeRouter<int>().Use(layers);
        var started = new TaskCompletionSource<Task<int>>();
        new Thread(() => started.SetResult(RunAsync(router)), maxStackSize: 256 * 1024).Start();

        (await await started.Task).ShouldBe(100_000);
    }

    private static async Task<TResult?> RunAsync<TResult>(NodeRouter<TResult> router, string path = "/x")
    {
        using var exchange = new NodeExchange("GET", path);
        return await router.RunAsync(exchange.Request, exchange.Response);
    }
}
