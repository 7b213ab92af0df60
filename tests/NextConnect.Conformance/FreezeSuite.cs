namespace NextConnect.Conformance;

/// <summary>R8: a router freezes on first use; <c>Clone</c> gives an open copy.</summary>
public abstract class FreezeSuite<TRouter, THandler, TEndpoint>(IRouterHarness<TRouter, THandler, TEndpoint> harness)
    : RouterSuite<TRouter, THandler, TEndpoint>(harness)
    where TRouter : RouterBase<TRouter, THandler, TEndpoint>
    where THandler : Delegate
    where TEndpoint : Delegate
{
    public static TheoryData<string> Uses => ["Handler", "RunAsync", "mounted"];

    [Theory]
    [MemberData(nameof(Uses))]
    public async Task Registration_on_a_router_in_use_is_refused_and_the_message_names_Clone(string use)
    {
        var router = await FrozenAsync(use);

        Action[] registrations =
        [
            () => router.Use(Pass("a")), () => router.Use("/a", Pass("a")), () => router.Get("/b", Answer("b")), () => router.All(Stop("c")),
            () => router.Add("QUERY", "/d", Answer("d")), () => router.Use("/e", NewRouter().Get("/", Answer("e"))), () => router.Use(NewRouter()),
        ];

        foreach (var register in registrations)
            Should.Throw<InvalidOperationException>(register).Message.ShouldContain("Clone()");
        (await GetAsync(router, "/x")).Body.ShouldBe("x");
    }

    [Theory]
    [MemberData(nameof(Uses))]
    public async Task Clone_of_a_router_in_use_is_open_and_leaves_the_original_alone(string use)
    {
        var router = await FrozenAsync(use);

        var copy = router.Clone().Get("/new", Answer("new"));

        (await GetAsync(copy, "/x")).Body.ShouldBe("x");
        (await GetAsync(copy, "/new")).Body.ShouldBe("new");
        (await GetAsync(router, "/new")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Clone_and_original_go_their_own_ways()
    {
        var router = NewRouter().Use(Pass("a"));
        var copy = router.Clone().Get("/x", Answer("copy"));
        router.Get("/x", Answer("original"));

        (await GetAsync(router, "/x")).Body.ShouldBe("original");
        (await GetAsync(copy, "/x")).Body.ShouldBe("copy");
    }

    [Fact]
    public async Task Refused_mount_does_not_freeze_the_sub_router()
    {
        var router = await FrozenAsync("Handler");
        var sub = NewRouter().Get("/sub", Answer("sub"));

        Should.Throw<InvalidOperationException>(() => router.Use(sub));

        (await GetAsync(sub.Get("/more", Answer("more")), "/more")).Body.ShouldBe("more");
    }

    private async Task<TRouter> FrozenAsync(string use)
    {
        var router = NewRouter().Get("/x", Answer("x"));
        switch (use)
        {
            case "Handler":
                await GetAsync(router, "/x");
                break;
            case "RunAsync":
                await RunAsync(router, "GET", "/x");
                break;
            default:
                NewRouter().Use("/sub", router);
                break;
        }
        return router;
    }
}
