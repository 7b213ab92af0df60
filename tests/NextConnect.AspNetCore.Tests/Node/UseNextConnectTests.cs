using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace NextConnect.AspNetCore.Tests;

public sealed class UseNextConnectTests
{
    [Fact]
    public async Task Router_answers_its_routes_and_the_rest_falls_through()
    {
        var router = new NodeRouter()
            .Use((req, res, next) =>
            {
                res.Headers.Append("X-Ran", "use");
                return next();
            })
            .Get("/mine", (req, res) => res.WriteAsync("mine"))
            .Get("/shared", (req, res, next) => next());
        await using var server = await LiveServer.StartAsync(app =>
        {
            app.UseNextConnect(router);
            app.Run(context => context.Response.WriteAsync("rest"));
        });

        (await server.GetAsync("/mine")).Body.ShouldBe("mine");
        (await server.GetAsync("/shared")).Body.ShouldBe("rest");
        var other = await server.GetAsync("/other");
        other.Body.ShouldBe("rest");
        other["X-Ran"].ShouldBe(["use"]);
    }

    [Fact]
    public async Task Method_override_in_front_of_it_decides_what_matches()
    {
        var router = new NodeRouter().Put("/x", (req, res) => res.WriteAsync("put"));
        await using var server = await LiveServer.StartAsync(app =>
        {
            app.UseHttpMethodOverride();
            app.UseNextConnect(router);
        });

        (await server.SendAsync("POST /x HTTP/1.1\r\nHost: test\r\nX-HTTP-Method-Override: PUT\r\nContent-Length: 0\r\n\r\n")).Body.ShouldBe("put");
    }

    [Fact]
    public async Task Without_OnError_an_error_reaches_the_pipeline_around()
    {
        var router = new NodeRouter().Get("/x", (req, res) => throw new InvalidOperationException("boom"));
        await using var server = await LiveServer.StartAsync(app =>
        {
            app.Use(async (context, next) =>
            {
                try
                {
                    await next(context);
                }
                catch (InvalidOperationException error)
                {
                    await context.Response.WriteAsync($"around {error.Message}");
                }
            });
            app.UseNextConnect(router);
        });

        (await server.GetAsync("/x")).Body.ShouldBe("around boom");
    }

    [Fact]
    public async Task OnError_answers_the_routers_errors_and_not_those_of_the_rest()
    {
        var router = new NodeRouter().Use((req, res, next) => next()).Get("/x", (req, res) => throw new InvalidOperationException("router"));
        await using var server = await LiveServer.StartAsync(app =>
        {
            app.UseNextConnect(router, new() { OnError = (error, req, res) => res.WriteAsync($"OnError {error.Message}") });
            app.Run(context => throw new InvalidOperationException("rest"));
        });

        (await server.GetAsync("/x")).Body.ShouldBe("OnError router");
        (await server.GetAsync("/y")).Status.ShouldBe(500);
    }

    [Fact]
    public async Task Rest_sees_the_route_values_it_would_see_without_the_router()
    {
        var router = new NodeRouter().Use("/:tenant", async (req, res, next) =>
        {
            await next();
            await res.WriteAsync($" {req.Params["tenant"]}");
        });
        await using var server = await LiveServer.StartAsync(app =>
        {
            app.UseNextConnect(router);
            app.Run(context => context.Response.WriteAsync($"{context.Request.RouteValues.Count}"));
        });

        (await server.GetAsync("/acme")).Body.ShouldBe("0 acme");
    }

    [Fact]
    public async Task Methods_that_no_route_takes_are_answered_when_asked_for()
    {
        await using var server = await LiveServer.StartAsync(app =>
        {
            var router = new NodeRouter().All("/guarded", (req, res, next) => next()).Get("/guarded", (req, res) => Task.CompletedTask);
            app.UseNextConnect(router.Get("/x", (req, res) => Task.CompletedTask), new() { HandleMethodNotAllowed = true });
            app.Run(context => context.Response.WriteAsync("rest"));
        });

        (await server.SendAsync("DELETE", "/x")).Status.ShouldBe(405);
        (await server.SendAsync("DELETE", "/guarded")).Status.ShouldBe(405);
        (await server.SendAsync("DELETE", "/y")).Body.ShouldBe("rest");
    }

    [Fact]
    public async Task Path_that_the_router_must_not_match_is_refused()
    {
        await using var server = await LiveServer.StartAsync(app =>
        {
            app.UseNextConnect(new NodeRouter().Get("/x", (req, res) => Task.CompletedTask));
            app.Run(context => context.Response.WriteAsync("rest"));
        });

        (await server.GetAsync("/a%01b")).Status.ShouldBe(400);
    }

    [Fact]
    public void The_router_freezes_at_once_and_null_is_refused()
    {
        using var app = WebApplication.CreateSlimBuilder().Build();
        var router = new NodeRouter().Get("/mine", (req, res) => Task.CompletedTask);

        app.UseNextConnect(router);

        Should.Throw<InvalidOperationException>(() => router.Get("/late", (req, res) => Task.CompletedTask));
        Should.Throw<ArgumentNullException>(() => app.UseNextConnect((NodeRouter)null!));
    }

    [Fact]
    public void OnNoMatch_is_refused()
    {
        using var app = WebApplication.CreateSlimBuilder().Build();

        Should.Throw<ArgumentException>(() => app.UseNextConnect(new NodeRouter(), new() { OnNoMatch = (req, res) => Task.CompletedTask }))
            .Message.ShouldContain("router.Handler(options)");
    }
}
