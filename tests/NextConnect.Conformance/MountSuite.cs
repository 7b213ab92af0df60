using System.Text.RegularExpressions;

namespace NextConnect.Conformance;

/// <summary>R7: mounting concatenates patterns, it never cuts characters from the path.</summary>
public abstract class MountSuite<TRouter, THandler, TEndpoint>(IRouterHarness<TRouter, THandler, TEndpoint> harness)
    : RouterSuite<TRouter, THandler, TEndpoint>(harness)
    where TRouter : RouterBase<TRouter, THandler, TEndpoint>
    where THandler : Delegate
    where TEndpoint : Delegate
{
    [Theory]
    [InlineData("/users", "root")]
    [InlineData("/users/", "root")]
    [InlineData("/USERS/7", "one")]
    [InlineData("/users/7/posts", "under")]
    [InlineData("/usersx/7", null)]
    [InlineData("/7", null)]
    public async Task Sub_router_answers_under_its_base_only(string path, string? expected)
    {
        var users = NewRouter().Get("/", Answer("root")).Get("/:id", Answer("one")).Get(Answer("under"));

        var answer = await GetAsync(NewRouter().Use("/users", users), path);

        (answer.Status == 200 ? answer.Body : null).ShouldBe(expected);
    }

    [Fact]
    public async Task Sub_router_of_middleware_alone_is_no_match()
    {
        var answer = await GetAsync(NewRouter().Use("/api", NewRouter().Use(Stop("a"))).Post("/api", Answer("post")), "/api/x");

        answer.Status.ShouldBe(404);
        Ran.ShouldBeEmpty();
    }

    [Fact]
    public async Task Mounted_layers_run_at_the_place_of_the_mount()
    {
        var sub = NewRouter().Use(Pass("sub")).Get("/x", Pass("x"));

        await GetAsync(NewRouter().Use(Pass("a")).Use("/api", sub).Use(Pass("b")).Get("/api/x", Answer("end")), "/api/x");

        Ran.ShouldBe("a sub x b end");
    }

    [Fact]
    public async Task Middleware_of_a_sub_router_stays_under_its_base()
    {
        await GetAsync(NewRouter().Use("/admin", NewRouter().Use(Stop("guard", 401))).Get("/x", Answer("x")), "/x");

        Ran.ShouldBe("x");
    }

    [Fact]
    public async Task Bases_concatenate_through_several_levels_and_keep_their_params()
    {
        var posts = NewRouter().Get("/:post", AnswerParams());
        var users = NewRouter().Use("/:user/posts", posts);

        (await GetAsync(NewRouter().Use("/:org", users), "/acme/7/posts/42")).Body.ShouldBe("org=acme post=42 user=7");
    }

    [Theory]
    [InlineData("/a/b/secret")]
    [InlineData("/xx/y/secret")]
    public async Task Base_with_a_parameter_takes_one_segment_whatever_its_length(string path)
    {
        var router = NewRouter().Use("/:org", NewRouter().Get("/secret", AnswerParams()));

        (await GetAsync(router, path)).Status.ShouldBe(404);
        (await GetAsync(router, "/dashboard/secret")).Body.ShouldBe("org=dashboard");
    }

    [Fact]
    public async Task Several_routers_mount_in_order_with_and_without_base()
    {
        var router = NewRouter()
            .Use(NewRouter().Use(Pass("a")), NewRouter().Use(Pass("b")))
            .Use("/x", NewRouter().Use(Pass("c")), NewRouter().Get("/", Answer("d")));

        await GetAsync(router, "/x");

        Ran.ShouldBe("a b c d");
    }

    [Fact]
    public async Task One_router_may_be_mounted_in_several_places()
    {
        var sub = NewRouter().Get("/:id", AnswerParams());
        var router = NewRouter().Use("/a", sub).Use("/b", sub);

        (await GetAsync(router, "/a/1")).Body.ShouldBe("id=1");
        (await GetAsync(router, "/b/2")).Body.ShouldBe("id=2");
        (await GetAsync(sub, "/3")).Body.ShouldBe("id=3");
    }

    [Fact]
    public async Task Regex_of_a_sub_router_matches_what_stands_behind_the_base()
    {
        var router = NewRouter().Use("/:org", NewRouter().Get(new Regex(@"^/(?<id>[0-9]+)\z"), AnswerParams()));

        (await GetAsync(router, "/acme/7")).Body.ShouldBe("id=7 org=acme");
        (await GetAsync(router, "/acme/x")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("/files/*")]
    [InlineData("/*?")]
    [InlineData("/[...rest]")]
    public void Base_with_a_wildcard_is_refused_and_the_message_says_what_to_do(string basePath)
    {
        var error = Should.Throw<ArgumentException>(() => NewRouter().Use(basePath, NewRouter().Get(Answer("x"))));

        error.Message.ShouldContain($"'{basePath}'");
        error.Message.ShouldContain("Mount under the part before the wildcard");
    }

    [Fact]
    public void Base_that_is_a_regex_is_refused_and_the_message_says_what_to_do()
    {
        var error = Should.Throw<ArgumentException>(() => NewRouter().Use(new Regex("^/api"), NewRouter().Get(Answer("x"))));

        error.Message.ShouldContain("'^/api'");
        error.Message.ShouldContain("Mount under the fixed part");
    }

    [Fact]
    public void Router_cannot_be_mounted_into_itself()
    {
        var router = NewRouter().Get("/x", Answer("x"));

        Should.Throw<ArgumentException>(() => router.Use("/sub", router)).Message.ShouldContain("Clone()");
        router.Use("/sub", router.Clone()).ShouldBeSameAs(router);
    }

    [Fact]
    public void Routers_cannot_be_mounted_into_each_other()
    {
        var (a, b) = (NewRouter().Get("/a", Answer("a")), NewRouter().Get("/b", Answer("b")));
        a.Use("/b", b);

        Should.Throw<InvalidOperationException>(() => b.Use("/a", a));
    }
}
