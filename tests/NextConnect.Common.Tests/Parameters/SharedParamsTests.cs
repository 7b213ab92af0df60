using NextConnect.Conformance;

namespace NextConnect.Common.Tests;

/// <summary>Only layers that use one name for different values pay for views of their own.</summary>
public sealed class SharedParamsTests
{
    [Theory]
    [InlineData("/users/:id", "/users/:id/posts/:post", false)]
    [InlineData("/:section", "/users/:id", false)]
    [InlineData("/:id", "/:id/:more", false)]
    [InlineData("/:file.txt", "/:file.txt/*", false)]
    [InlineData("/:id", "/users/:id", true)]
    [InlineData("/users/:id", "/:id/*", true)]
    [InlineData("/:file.(txt|md)", "/:file.txt", true)]
    [InlineData("/*", "/users/*", true)]
    public void Layers_that_read_one_name_in_one_place_need_none(string first, string second, bool needed)
    {
        var router = TestRouter.Of([RouterEntry.Use(first, new RouterMember(1)), RouterEntry.Use(second, new RouterMember(2))]);
        string[] paths = ["/users/7/posts/8", "/a.txt/b/c", "/users/a.txt"];

        paths.Any(path => router.HasOwnParams("GET", path)).ShouldBe(needed);
    }

    [Fact]
    public void Layers_below_a_mount_need_none_for_its_base_path()
    {
        RouterMember inner = new(Router: [RouterEntry.Use(null, new RouterMember(1)), RouterEntry.Add("GET", "/users/:id", new RouterMember(2))]);

        TestRouter.Of([RouterEntry.Use("/:tenant", inner)]).HasOwnParams("GET", "/acme/users/7").ShouldBeFalse();
    }
}
