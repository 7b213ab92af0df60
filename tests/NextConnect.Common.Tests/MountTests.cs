using NextConnect.Conformance;

namespace NextConnect.Common.Tests;

/// <summary>What a mount adds to the layers below it.</summary>
public sealed class MountTests
{
    [Fact]
    public void Mount_gives_its_parameters_even_when_nothing_below_it_matches()
    {
        var router = TestRouter.Of(
            [Mount("/:org", RouterEntry.Add("GET", "/users", new RouterMember(1))), RouterEntry.Add("GET", "/acme/x", new RouterMember(2))]);

        Found(router, "/acme/x").ShouldBe("2: org=acme");
    }

    [Fact]
    public void Mount_alone_is_no_match()
    {
        var router = TestRouter.Of([Mount("/:org", RouterEntry.Add("GET", "/users", new RouterMember(1)))]);

        router.Find("GET", "/acme/x").ShouldSatisfyAllConditions(match => match.Handlers.ShouldBeEmpty(), match => match.IsMiddlewareOnly.ShouldBeTrue());
        router.MethodsOf("/acme/x").ShouldBeEmpty();
    }

    [Fact]
    public void Value_of_an_inner_layer_stays_for_the_layers_beside_it()
    {
        var router = TestRouter.Of([Mount("/:id", RouterEntry.Use("/:id", new RouterMember(1)), RouterEntry.Use(null, new RouterMember(2)))]);

        Found(router, "/outer/inner").ShouldBe("1 2: id=inner");
    }

    [Fact]
    public void An_optional_base_is_given_once_before_the_layers_below_it()
    {
        var router = TestRouter.Of([Mount("/:id?", Mount("/:id", RouterEntry.Use(null, new RouterMember(1))), RouterEntry.Use(null, new RouterMember(2)))]);

        Found(router, "/outer/inner").ShouldBe("1 2: id=inner");
    }

    [Theory]
    [InlineData("/files", "2: *=")]
    [InlineData("/files/", "2: *=")]
    [InlineData("/files/a/b", "2: *=a/b")]
    [InlineData("/file", ": ")]
    public void Wildcard_of_a_mounted_router_matches_at_the_base_path_too(string path, string found) =>
        Found(TestRouter.Of([Mount("/files", Mount("/", RouterEntry.Use("/*", new RouterMember(2))))]), path).ShouldBe(found);

    [Fact]
    public void Wildcard_before_other_segments_still_needs_one()
    {
        var router = TestRouter.Of([Mount("/files", RouterEntry.Add("GET", "/*/edit", new RouterMember(1)))]);

        Found(router, "/files/edit").ShouldBe(": ");
        Found(router, "/files//edit").ShouldBe("1: *=");
    }

    private static RouterEntry Mount(string basePath, params IReadOnlyList<RouterEntry> entries) =>
        RouterEntry.Use(basePath, new RouterMember(Router: entries));

    private static string Found(TestRouter router, string path)
    {
        var match = router.Find("GET", path);
        return $"{string.Join(' ', match.Handlers)}: {string.Join(' ', match.Params.Select(param => $"{param.Key}={param.Value}"))}";
    }
}
