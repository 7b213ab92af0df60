using System.Text.RegularExpressions;

namespace NextConnect.Common.Tests;

/// <summary>The pattern that telemetry names a request by.</summary>
public sealed class RouteNameTests
{
    [Fact]
    public void The_first_route_with_a_pattern_names_the_request()
    {
        var router = new TestRouter().Use("/users", Handler).All(Handler).Get("/users/:id", Handler).All("/users/*", Handler).Use(Handler);

        router.RouteFound("GET", "/users/7").ShouldBe("/users/:id");
        router.RouteFound("POST", "/users/7").ShouldBe("/users/*");
    }

    [Fact]
    public void A_request_that_only_middleware_or_a_route_without_pattern_matches_has_no_name()
    {
        new TestRouter().Use("/users", Handler).RouteFound("GET", "/users").ShouldBeNull();
        new TestRouter().All(Handler).RouteFound("GET", "/users").ShouldBeNull();
    }

    [Fact]
    public void The_name_has_the_base_paths_in_front_and_starts_with_a_slash()
    {
        var inner = new TestRouter().Get(":id", Handler);

        new TestRouter().Use("/:tenant", new TestRouter().Use("users", inner)).RouteFound("GET", "/acme/users/7").ShouldBe("/:tenant/users/:id");
        new TestRouter().Get("users", Handler).RouteFound("GET", "/users").ShouldBe("/users");
    }

    [Fact]
    public void A_regular_expression_names_by_its_source()
    {
        new TestRouter().Get(new Regex("^/(?<id>[0-9]+)$"), Handler).RouteFound("GET", "/7").ShouldBe("^/(?<id>[0-9]+)$");
    }

    private static TestHandler Handler => () => 0;
}
