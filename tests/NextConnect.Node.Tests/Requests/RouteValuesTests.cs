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
    public void Route_values_and_params_fill_a_pattern()
    {
        var pattern = RoutePattern.Parse("/users/:id");

        pattern.Format(new RouteValueDictionary { ["id"] = 7 }).ShouldBe("/users/7");
        pattern.Format(new RouteValueDictionary(new { id = "a b" })).ShouldBe("/users/a%20b");
    }
}
