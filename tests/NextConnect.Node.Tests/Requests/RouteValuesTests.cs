using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace NextConnect.Node.Tests;

/// <summary>R6 on Node: <c>req.Params</c> and ASP.NET Core's <c>RouteValues</c> show the same values.</summary>
public sealed class RouteValuesTests
{
    [Fact]
    public async Task Params_and_RouteValues_show_the_same_values()
    {
        using var exchange = new NodeExchange("GET", "/users/7");

        await new NodeRouter().Get("/:section/:id/:more?", (_, _) => Task.CompletedTask).Handler()(exchange.Context);

        exchange.Request.RouteValues.ShouldBe(new RouteValueDictionary { ["section"] = "users", ["id"] = "7", ["more"] = null }, ignoreOrder: true);
        exchange.Request.Params.ToDictionary()
            .ShouldBe(new Dictionary<string, string?> { ["section"] = "users", ["id"] = "7", ["more"] = null }, ignoreOrder: true);
    }

    [Fact]
    public async Task RouteValues_of_the_server_win_and_are_read_as_text()
    {
        using var exchange = new NodeExchange("GET", "/users/7");
        exchange.Request.RouteValues["id"] = 42;
        exchange.Request.RouteValues["tenant"] = "acme";

        await new NodeRouter().Get("/users/:id", (_, _) => Task.CompletedTask).Handler()(exchange.Context);

        exchange.Request.Params["id"].ShouldBe("42");
        exchange.Request.Params["tenant"].ShouldBe("acme");
        exchange.Request.RouteValues["id"].ShouldBe(42);
    }

    [Fact]
    public void Request_that_no_router_has_seen_has_no_params()
    {
        using var exchange = new NodeExchange();

        exchange.Request.Params.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Request_that_matches_nothing_keeps_its_RouteValues()
    {
        using var exchange = new NodeExchange();
        exchange.Request.RouteValues["id"] = "1";

        await new NodeRouter().Use("/:id", (_, _, next) => next()).Handler()(exchange.Context);

        exchange.Request.RouteValues.ShouldBe(new RouteValueDictionary { ["id"] = "1" });
    }

    [Fact]
    public async Task What_RunAsync_matched_is_gone_for_the_next_router()
    {
        using var exchange = new NodeExchange("GET", "/users/7");
        exchange.Request.RouteValues["tenant"] = "acme";
        var seen = new List<string?>();
        var section = new NodeRouter().Use("/:id", (req, _, next) =>
        {
            seen.Add(req.Params["id"]);
            return next();
        });
        var values = new NodeRouter<int>().Use("/:other", (_, _, next) => next());

        await section.RunAsync(exchange.Request, exchange.Response);
        await values.RunAsync(exchange.Request, exchange.Response);
        exchange.Request.RouteValues.ShouldBe(new RouteValueDictionary { ["tenant"] = "acme" });
        await new NodeRouter().Get("/users/:id", async (req, _) =>
        {
            await Task.Yield();
            seen.Add(req.Params["id"]);
        }).RunAsync(exchange.Request, exchange.Response);

        seen.ShouldBe(["users", "7"]);
        exchange.Request.RouteValues.ShouldBe(new RouteValueDictionary { ["tenant"] = "acme" });
    }

    [Fact]
    public async Task RouteValues_of_a_layer_are_its_own_too()
    {
        using var exchange = new NodeExchange("GET", "/accounts/victim/orders/7");
        var seen = new List<object?>();
        var router = new NodeRouter()
            .Use("/accounts/:id", async (req, _, next) =>
            {
                seen.Add(req.RouteValues["id"]);
                await next();
                seen.Add(req.RouteValues["id"]);
            })
            .Get("/accounts/:account/orders/:id", (req, _) =>
            {
                seen.Add(req.RouteValues["id"]);
                return Task.CompletedTask;
            });

        await router.Handler()(exchange.Context);

        seen.ShouldBe(["victim", "7", "victim"]);
    }

    [Fact]
    public async Task Values_router_shows_each_layer_its_own()
    {
        using var exchange = new NodeExchange("GET", "/users/7");
        var router = new NodeRouter<string>()
            .Use("/:id", async (req, _, next) => $"{req.Params["id"]} {await next()} {req.Params["id"]}")
            .Get("/users/:id", async (req, _) =>
            {
                await Task.Yield();
                return req.Params["id"]!;
            });

        (await router.RunAsync(exchange.Request, exchange.Response)).ShouldBe("users 7 users");
    }

    [Fact]
    public async Task Error_middleware_and_mounted_layers_see_their_own()
    {
        using var exchange = new NodeExchange("GET", "/users/7");
        var seen = new List<string>();
        var router = new NodeRouter()
            .Mount("/:id", (req, _, next) =>
            {
                seen.Add($"mounted {req.Params["id"]}");
                return next();
            })
            .Get("/users/:id", (_, _) => throw new TimeoutException())
            .Use("/:id", (error, req, res, next) =>
            {
                seen.Add($"error {req.Params["id"]}");
                return next();
            })
            .Get("/:all/:id", (req, _) =>
            {
                seen.Add($"end {req.Params["id"]}");
                return Task.CompletedTask;
            });

        await router.Handler()(exchange.Context);

        seen.ShouldBe(["mounted users", "error users", "end 7"]);
    }

    [Fact]
    public void Route_values_and_params_fill_a_pattern()
    {
        var pattern = RoutePattern.Parse("/users/:id");

        pattern.Format(new RouteValueDictionary { ["id"] = 7 }).ShouldBe("/users/7");
        pattern.Format(new RouteValueDictionary(new { id = "a b" })).ShouldBe("/users/a%20b");
    }

    [Fact]
    public async Task Route_of_one_run_is_gone_for_the_next_one()
    {
        using var exchange = new NodeExchange("GET", "/a");
        var seen = new List<string?>();
        Task Note(HttpRequest req, HttpResponse res)
        {
            seen.Add(req.Route);
            return Task.CompletedTask;
        }

        await new NodeRouter().Get("/a", Note).RunAsync(exchange.Request, exchange.Response);
        await new NodeRouter().All(Note).RunAsync(exchange.Request, exchange.Response);

        seen.ShouldBe(["/a", null]);
    }
}
