using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace NextConnect.AspNetCore.Tests;

public sealed class NodeHostRoutingTests
{
    [Fact]
    public async Task A_router_composes_with_an_endpoint_whose_route_values_win()
    {
        var router = new NodeRouter()
            .Get("/api/:tenant/users/:id", (req, res) => res.WriteAsync($"{req.Params["tenant"]} {req.Params["id"]} {req.RouteValues["id"]}"));
        await using var server = await LiveServer.StartAsync(app => app.Map("/api/{tenant}/{**rest}", router.Handler()));

        (await server.GetAsync("/api/acme/users/7")).Body.ShouldBe("acme 7 7");
    }

    [Fact]
    public async Task A_route_value_of_the_endpoint_wins_over_a_parameter_of_the_same_name()
    {
        var router = new NodeRouter()
            .Get("/api/:tenant", (req, res) => res.WriteAsync(req.Params["tenant"]!))
            .Get("/:tenant/:x", (req, res) => res.WriteAsync($"{req.Params["tenant"]} {req.Params["x"]}"));
        await using var server = await LiveServer.StartAsync(app =>
        {
            app.Map("/api/{tenant}", router.Handler());
            app.Map("/web/{x}", router.Handler());
        });

        (await server.GetAsync("/api/acme")).Body.ShouldBe("acme");
        (await server.GetAsync("/web/7")).Body.ShouldBe("web 7");
    }

    [Fact]
    public async Task HEAD_runs_the_GET_route_and_sends_its_headers_only()
    {
        await using var server = await LiveServer.StartAsync(new NodeRouter().Get("/", (req, res) =>
        {
            res.ContentLength = 4;
            return res.WriteAsync("body");
        }));
        using var client = await server.ConnectAsync();

        await client.SendAsync("HEAD / HTTP/1.1\r\nHost: test\r\n\r\nGET / HTTP/1.1\r\nHost: test\r\n\r\n");

        (await client.ReadAsync(isHead: true))["Content-Length"].ShouldBe(["4"]);
        (await client.ReadAsync()).Body.ShouldBe("body");
    }

    [Theory]
    [InlineData(false, 400, "")]
    [InlineData(true, 200, "/users of other.example")]
    public async Task An_absolute_target_of_another_host_is_the_servers_400_unless_it_may_replace_Host(bool mayReplace, int status, string body)
    {
        var router = new NodeRouter().Use((req, res, next) => res.SendAsync($"{req.Path} of {req.Host}"));
        await using var server = await LiveServer.StartAsync(
            app => app.UseNextConnect(router),
            add: services => services.Configure<KestrelServerOptions>(options => options.AllowHostHeaderOverride = mayReplace));

        var answer = await server.GetAsync("http://other.example/users");

        (answer.Status, answer.Body).ShouldBe((status, body));
    }

    [Fact]
    public async Task The_asterisk_of_OPTIONS_reaches_only_layers_for_everything()
    {
        var ran = new List<string>();
        var router = new NodeRouter()
            .Use((req, res, next) => Run("all", next))
            .Use("/users", (req, res, next) => Run("users", next))
            .Use("/:any", (req, res, next) => Run("any", next))
            .Options("/*", (req, res) => Run("star", () => Task.CompletedTask))
            .Options("/:any", (req, res) => Run("options", () => Task.CompletedTask))
            .Options("", (req, res, next) => Run("everything", next));
        await using var server = await LiveServer.StartAsync(router, new() { OnNoMatch = (req, res) => Run("none", () => Task.CompletedTask) });

        (await server.SendAsync("OPTIONS", "*")).Status.ShouldBe(200);

        ran.ShouldBe(["all", "everything", "none"]);

        Task Run(string name, NextHandler next)
        {
            ran.Add(name);
            return next();
        }
    }

    [Fact]
    public async Task The_asterisk_of_OPTIONS_is_no_match_when_only_middleware_is_for_everything()
    {
        await using var server = await LiveServer.StartAsync(
            new NodeRouter().Use((req, res, next) => next()).Options("/users", (req, res) => Task.CompletedTask));

        (await server.SendAsync("OPTIONS", "*")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_wrong_method_is_answered_405_with_Allow_behind_the_guard()
    {
        var router = new NodeRouter()
            .Use("/users", (req, res, next) =>
            {
                if (req.Headers.Authorization.Count > 0)
                    return next();
                res.StatusCode = 401;
                return Task.CompletedTask;
            })
            .Get("/users/:id", (req, res) => Task.CompletedTask)
            .Post("/users", (req, res) => Task.CompletedTask);
        await using var server = await LiveServer.StartAsync(router, new() { HandleMethodNotAllowed = true });

        var refused = await server.SendAsync("DELETE /users/1 HTTP/1.1\r\nHost: test\r\nAuthorization: x\r\n\r\n");

        (refused.Status, refused["Allow"].Single()).ShouldBe((405, "GET, HEAD"));
        (await server.SendAsync("DELETE", "/users/1")).Status.ShouldBe(401);
        (await server.SendAsync("DELETE", "/other")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task The_default_404_names_the_request_and_has_no_body_for_HEAD()
    {
        await using var server = await LiveServer.StartAsync(new NodeRouter().Get("/x", (req, res) => Task.CompletedTask));
        using var client = await server.ConnectAsync();

        await client.SendAsync("HEAD /foo HTTP/1.1\r\nHost: test\r\n\r\nGET /foo/bar?x=1 HTTP/1.1\r\nHost: test\r\n\r\n");

        (await client.ReadAsync(isHead: true)).Status.ShouldBe(404);
        var response = await client.ReadAsync();
        response.Body.ShouldBe("Route GET /foo/bar?x=1 not found");
        response["X-Content-Type-Options"].ShouldBe(["nosniff"]);
    }
}
