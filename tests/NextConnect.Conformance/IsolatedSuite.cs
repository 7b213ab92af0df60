namespace NextConnect.Conformance;

/// <summary>R24: middleware of an isolated sub-router runs only for requests that one of its own routes takes.</summary>
public abstract class IsolatedSuite<TRouter, THandler, TEndpoint>(IRouterHarness<TRouter, THandler, TEndpoint> harness)
    : RouterSuite<TRouter, THandler, TEndpoint>(harness)
    where TRouter : RouterBase<TRouter, THandler, TEndpoint>
    where THandler : Delegate
    where TEndpoint : Delegate
{
    [Theory]
    [InlineData("/a", "guard-a a")]
    [InlineData("/b", "guard-b b")]
    [InlineData("/c", "c")]
    public async Task Middleware_runs_for_its_own_routes_only(string path, string ran)
    {
        await GetAsync(Siblings(isIsolated: true), path);

        Ran.ShouldBe(ran);
    }

    [Fact]
    public async Task A_plain_mount_runs_it_for_its_siblings_too()
    {
        await GetAsync(Siblings(isIsolated: false), "/b");

        Ran.ShouldBe("guard-a guard-b b");
    }

    [Fact]
    public async Task Another_method_of_its_route_is_not_its_request()
    {
        await RunAsync(Siblings(isIsolated: true), "POST", "/b");

        Ran.ShouldBe("all");
    }

    [Fact]
    public async Task Each_place_where_it_is_mounted_is_isolated_by_itself()
    {
        var sub = NewRouter().Use(Pass("guard")).Get("/x/:id", Pass("route")).Isolated();
        var twice = NewRouter().Use("/a", sub).Use("/:any", sub);

        await GetAsync(NewRouter().Use(twice).Use("/b", twice).All(Answer("end")), "/b/a/x/7");

        Ran.ShouldBe("guard route guard route end"); // as /b + /a and as /b + /:any; as /:any alone, "/a/x/7" is left, which it has no route for
    }

    [Fact]
    public async Task Isolated_routers_nest()
    {
        var inner = NewRouter().Use(Pass("inner")).Get("/in", Answer("in")).Isolated();
        var outer = NewRouter().Use(Pass("outer")).Use(inner).Get("/out", Answer("out")).Isolated();
        var router = NewRouter().Use(outer).Get("/beside", Answer("beside"));

        await GetAsync(router, "/in");
        await GetAsync(router, "/out");
        await GetAsync(router, "/beside");

        Ran.ShouldBe("outer inner in outer out beside");
    }

    [Fact]
    public async Task An_expression_decides_whether_a_route_takes_the_request()
    {
        var sub = NewRouter().Use(Pass("guard")).Get(new System.Text.RegularExpressions.Regex("^/[0-9]+$"), Answer("number")).Isolated();
        var router = NewRouter().Use(sub).Get("/:id", Answer("text"));

        await GetAsync(router, "/x");
        await GetAsync(router, "/7");

        Ran.ShouldBe("text guard number");
    }

    [Theory]
    [InlineData("POST", 405, "GET, HEAD, OPTIONS")]
    [InlineData("OPTIONS", 204, "GET, HEAD, OPTIONS")]
    public async Task Before_an_automatic_response_it_runs_where_its_routes_have_the_path(string method, int status, string allow)
    {
        var options = new TestOptions { HandleMethodNotAllowed = true, HandleOptions = true };
        var a = NewRouter().Use(Pass("guard-a")).Get("/a", Answer("a")).Isolated();
        var b = NewRouter().Use(Pass("guard-b")).Get("/b", Answer("b")).Isolated();

        var answer = await SendAsync(NewRouter().Use(a).Use(b), method, "/b", options);

        (answer.Status, answer.Allow, Ran).ShouldBe((status, allow, "guard-b"));
    }

    [Theory]
    [InlineData("/b", "all guard-b", 405)]
    [InlineData("/taken", "all taken", 200)]
    public async Task Behind_a_guard_for_every_method_it_runs_only_before_an_automatic_response(string path, string ran, int status)
    {
        var b = NewRouter().Use(Pass("guard-b")).Get("/b", Answer("b")).Get("/taken", Answer("get")).Isolated();

        var answer = await SendAsync(
            NewRouter().All("*", Pass("all")).Use(b).All("/taken", Answer("taken")), "POST", path, new() { HandleMethodNotAllowed = true });

        (answer.Status, Ran).ShouldBe((status, ran));
    }

    [Fact]
    public void Explain_says_why_it_does_not_run()
    {
        var explanation = Siblings(isIsolated: true).Explain("GET", "/b");

        explanation.Layers[0].ShouldSatisfyAllConditions(
            layer => layer.Mismatch.ShouldBe(LayerMismatch.Isolated),
            layer => layer.Summary.ShouldBe("no: no route of its isolated router matches"));
        explanation.Layers.Where(layer => layer.IsMatch).Select(layer => layer.Layer.ToString()).ShouldBe(["use", "GET /b"]);
    }

    [Fact]
    public void A_copy_of_an_isolated_router_is_isolated_and_open()
    {
        var sub = NewRouter().Use(Pass("guard")).Get("/x", Answer("x")).Isolated();
        NewRouter().Use(sub);

        var copy = sub.Clone().Get("/y", Answer("y"));

        NewRouter().Use(copy).Get("/z", Answer("z")).Explain("GET", "/z").Layers[0].Mismatch.ShouldBe(LayerMismatch.Isolated);
    }

    private TRouter Siblings(bool isIsolated)
    {
        var a = NewRouter().Use(Pass("guard-a")).Get("/a", Answer("a"));
        var b = NewRouter().Use(Pass("guard-b")).Get("/b", Answer("b"));
        return NewRouter().Use("/", isIsolated ? a.Isolated() : a, isIsolated ? b.Isolated() : b).Get("/c", Answer("c")).Post("/b", Answer("all"));
    }
}
