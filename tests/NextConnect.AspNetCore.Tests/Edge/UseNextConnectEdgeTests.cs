using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace NextConnect.AspNetCore.Tests;

public sealed class UseNextConnectEdgeTests
{
    [Fact]
    public async Task What_no_route_answers_goes_on_to_the_rest_of_the_pipeline()
    {
        var router = new EdgeRouter()
            .Get("/mine", (req, ctx) => EdgeResponses.Text("edge"));
        await using var server = await StartAsync(router);

        (await server.GetAsync("/mine")).Body.ShouldBe("edge");
        (await server.GetAsync("/other")).Body.ShouldBe("rest");
        (await server.SendAsync("POST", "/mine")).Body.ShouldBe("rest");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_guard_that_stands_alone_guards_the_rest_of_the_pipeline(bool hasRouteBehind)
    {
        var router = new EdgeRouter().Use("/dashboard", (req, ctx, next) =>
            req.Headers.Contains("X-Token") ? next() : Task.FromResult(EdgeResponse.Redirect("/login", HttpStatusCode.TemporaryRedirect)));
        if (hasRouteBehind)
            router.All((req, ctx, next) => next()); // as in a middleware.ts of next-connect
        await using var server = await StartAsync(router);

        var stranger = await server.GetAsync("/dashboard/x");
        (stranger.Status, stranger.Body).ShouldBe((307, ""));
        stranger["Location"].ShouldBe(["/login"]);
        (await server.SendAsync("GET /dashboard/x HTTP/1.1\r\nHost: test\r\nX-Token: 1\r\n\r\n")).Body.ShouldBe("rest");
        (await server.GetAsync("/other")).Body.ShouldBe("rest");
    }

    [Fact]
    public async Task Headers_and_cookies_of_middleware_alone_are_added_to_the_response_of_the_pipeline()
    {
        var router = new EdgeRouter().Use(async (req, ctx, next) =>
        {
            req.ResponseCookies.Set("seen", "1");
            var response = await next();
            response.Headers.Add("X-Seen", $"{(int)response.StatusCode}");
            return response;
        });
        await using var server = await StartAsync(router);

        var response = await server.GetAsync("/any");

        (response.Status, response.Body).ShouldBe((200, "rest"));
        response["X-Seen"].ShouldBe(["404"]);
        response["Set-Cookie"].ShouldBe(["seen=1; path=/"]);
    }

    [Fact]
    public async Task An_error_of_middleware_alone_is_the_routers()
    {
        await using var server = await StartAsync(new EdgeRouter().Use((req, ctx, next) => throw new InvalidOperationException("guard")));

        (await server.GetAsync("/any")).Status.ShouldBe(500);
        server.Log.Errors.ShouldHaveSingleItem().Error!.Message.ShouldBe("guard");
    }

    [Fact]
    public async Task Middleware_alone_runs_before_OnNoMatch_too()
    {
        var router = new EdgeRouter().Use((req, ctx, next) => req.Headers.Contains("X-Token") ? next() : Task.FromResult(EdgeResponse.Empty()));
        await using var server = await StartAsync(router, new() { OnNoMatch = (req, ctx) => Task.FromResult(EdgeResponses.Text("none")) });

        (await server.GetAsync("/any")).Status.ShouldBe(204);
        (await server.SendAsync("GET /any HTTP/1.1\r\nHost: test\r\nX-Token: 1\r\n\r\n")).Body.ShouldBe("none");
    }

    [Fact]
    public async Task A_chain_that_runs_off_its_end_goes_on_with_the_headers_it_added()
    {
        var router = new EdgeRouter()
            .Use(async (req, ctx, next) =>
            {
                var response = await next();
                response.Headers.Add("X-Seen", $"{(int)response.StatusCode}");
                return response;
            })
            .Get("/maybe", async (req, ctx, next) => await next());
        await using var server = await StartAsync(router);

        var response = await server.GetAsync("/maybe");

        (response.Status, response.Body).ShouldBe((200, "rest"));
        response["X-Seen"].ShouldBe(["404"]);
    }

    [Fact]
    public async Task Headers_of_the_connection_and_of_the_content_stay_behind_when_a_request_goes_on()
    {
        var router = new EdgeRouter().Get("/maybe", async (req, ctx, next) =>
        {
            var response = await next();
            response.Headers.TransferEncodingChunked = true;
            response.Headers.Add("X-Layer", "1");
            response.Content.Headers.ContentLength = 0;
            return response;
        });
        await using var server = await StartAsync(router);

        var response = await server.GetAsync("/maybe");

        (response.Status, response.Body).ShouldBe((200, "rest"));
        response["X-Layer"].ShouldBe(["1"]);
    }

    [Fact]
    public async Task A_layer_may_answer_instead()
    {
        var router = new EdgeRouter()
            .Use(async (req, ctx, next) => (await next()).StatusCode == HttpStatusCode.NotFound ? EdgeResponses.Text("mine") : EdgeResponses.Text("never"))
            .Get("/maybe", async (req, ctx, next) => await next());
        await using var server = await StartAsync(router);

        (await server.GetAsync("/maybe")).Body.ShouldBe("mine");
    }

    [Fact]
    public async Task Options_decide_what_else_the_router_keeps()
    {
        var router = new EdgeRouter()
            .Get("/mine", (req, ctx) => EdgeResponses.Text("edge"))
            .All("/guarded", (req, ctx, next) => next())
            .Get("/guarded", (req, ctx) => EdgeResponses.Text("edge"));
        await using var methods = await StartAsync(router, new() { HandleMethodNotAllowed = true });
        await using var all = await StartAsync(router, new() { OnNoMatch = (req, ctx) => Task.FromResult(EdgeResponses.Text("none")) });

        (await methods.SendAsync("POST", "/mine")).Status.ShouldBe(405);
        (await methods.SendAsync("POST", "/guarded")).Status.ShouldBe(405);
        (await methods.SendAsync("POST", "/other")).Body.ShouldBe("rest");
        (await all.GetAsync("/other")).Body.ShouldBe("none");
    }

    [Fact]
    public async Task An_error_of_the_rest_of_the_pipeline_is_not_the_routers()
    {
        var seen = new List<string>();
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
                    seen.Add(error.Message);
                }
            });
            app.UseNextConnect(new EdgeRouter().Get("/mine", (req, ctx) => EdgeResponses.Text("edge")), new() { OnError = (error, req, ctx) => throw error });
            app.Run(context => throw new InvalidOperationException("theirs"));
        });

        (await server.GetAsync("/other")).Status.ShouldBe(200);
        seen.ShouldBe(["theirs"]);
        server.Log.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_context_carries_what_the_host_knows()
    {
        var router = new EdgeRouter().Get("/who", (req, ctx) =>
            EdgeResponses.Text(
                $"{ctx.User!.Identity!.IsAuthenticated} {ctx.RemoteAddress} {ctx.PathBase} {ctx.Services is not null} {req.RequestUri!.AbsolutePath}"));
        await using var server = await LiveServer.StartAsync(app => app.Map("/base", branch => branch.UseNextConnect(router)));

        (await server.GetAsync("/base/who")).Body.ShouldBe("False 127.0.0.1 /base True /base/who");
    }

    [Fact]
    public void The_router_freezes_at_once_and_null_is_refused()
    {
        using var app = WebApplication.CreateSlimBuilder().Build();
        var router = new EdgeRouter().Get("/mine", (req, ctx) => EdgeResponses.Text("edge"));

        app.UseNextConnect(router);

        Should.Throw<InvalidOperationException>(() => router.Get("/late", (req, ctx) => EdgeResponses.Text("late")));
        Should.Throw<ArgumentNullException>(() => app.UseNextConnect((EdgeRouter)null!));
    }

    private static Task<LiveServer> StartAsync(EdgeRouter router, EdgeHandlerOptions? options = null) => LiveServer.StartAsync(app =>
    {
        app.UseNextConnect(router, options);
        app.Run(context => context.Response.WriteAsync("rest"));
    });
}
