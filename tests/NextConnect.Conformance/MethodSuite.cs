namespace NextConnect.Conformance;

/// <summary>R3: methods compare as they are; HEAD requests match GET routes too.</summary>
public abstract class MethodSuite<TRouter, THandler, TEndpoint>(IRouterHarness<TRouter, THandler, TEndpoint> harness)
    : RouterSuite<TRouter, THandler, TEndpoint>(harness)
    where TRouter : RouterBase<TRouter, THandler, TEndpoint>
    where THandler : Delegate
    where TEndpoint : Delegate
{
    [Fact]
    public async Task Each_verb_answers_its_own_method()
    {
        var router = NewRouter()
            .Get("/x", Answer("GET")).Post("/x", Answer("POST")).Put("/x", Answer("PUT")).Patch("/x", Answer("PATCH")).Delete("/x", Answer("DELETE"))
            .Options("/x", Answer("OPTIONS")).Trace("/x", Answer("TRACE")).Add("PROPFIND", "/x", Answer("PROPFIND"));

        foreach (var method in new[] { "GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND" })
            (await SendAsync(router, method, "/x")).Body.ShouldBe(method);
    }

    [Fact]
    public async Task Each_verb_has_the_forms_with_and_without_pattern_for_handlers_and_endpoints()
    {
        var router = NewRouter()
            .Get(Pass("G")).Get("/x", Pass("g")).Head(Pass("H")).Head("/x", Pass("h")).Post(Pass("P")).Post("/x", Pass("p")).Put(Pass("U")).Put("/x", Pass("u"))
            .Patch(Pass("A")).Patch("/x", Pass("a")).Delete(Pass("D")).Delete("/x", Pass("d")).Options(Pass("O")).Options("/x", Pass("o"))
            .Trace(Pass("T")).Trace("/x", Pass("t")).Add("QUERY", Pass("Q")).Add("QUERY", "/x", Pass("q")).All(Pass("*")).All("/x", Pass("x"))
            .Get(Answer("get")).Head(Answer("head")).Post(Answer("post")).Put(Answer("put")).Patch(Answer("patch")).Delete(Answer("delete"))
            .Options(Answer("options")).Trace(Answer("trace")).Add("QUERY", Answer("query")).All(Answer("all"));

        foreach (var method in new[] { "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY", "OTHER" })
            await SendAsync(router, method, "/x");

        Ran.ShouldBe(
            "G g * x get G g H h * x get P p * x post U u * x put A a * x patch D d * x delete O o * x options T t * x trace Q q * x query * x all");
    }

    [Fact]
    public async Task Each_verb_takes_a_handler_in_front_of_its_endpoint()
    {
        var router = NewRouter()
            .Get("/x", Pass("g"), Answer("get")).Head("/h", Pass("h"), Answer("head")).Post("/x", Pass("p"), Answer("post")).Put("/x", Pass("u"), Answer("put"))
            .Patch("/x", Pass("a"), Answer("patch")).Delete("/x", Pass("d"), Answer("delete")).Options("/x", Pass("o"), Answer("options"))
            .Trace("/x", Pass("t"), Answer("trace")).Add("QUERY", "/x", Pass("q"), Answer("query")).All("/x", Pass("*"), Answer("all"));

        foreach (var method in new[] { "GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY", "OTHER" })
            await SendAsync(router, method, "/x");
        await SendAsync(router, "HEAD", "/h");

        Ran.ShouldBe("g get p post u put a patch d delete o options t trace q query * all h head");
    }

    [Fact]
    public async Task Handler_in_front_of_an_endpoint_can_keep_the_request_from_it()
    {
        await GetAsync(NewRouter().Get("/x", Stop("denied"), Answer("x")), "/x");

        Ran.ShouldBe("denied");
    }

    [Fact]
    public void Missing_handler_or_endpoint_is_refused()
    {
        Should.Throw<ArgumentNullException>(() => NewRouter().Get("/x", (THandler)null!, Answer("x"))).ParamName.ShouldBe("handlers");
        Should.Throw<ArgumentNullException>(() => NewRouter().Get("/x", Pass("g"), (TEndpoint)null!)).ParamName.ShouldBe("endpoint");
    }

    [Fact]
    public async Task Head_runs_get_and_head_routes_in_registration_order()
    {
        await SendAsync(NewRouter().Get("/x", Pass("get")).Head("/x", Pass("head")).Get("/x", Stop("get again")).Head("/x", Stop("never")), "HEAD", "/x");

        Ran.ShouldBe("get head get again");
    }

    [Fact]
    public async Task Get_does_not_run_head_routes()
    {
        await GetAsync(NewRouter().Head("/x", Pass("head")).Get("/x", Answer("get")), "/x");

        Ran.ShouldBe("get");
    }

    [Theory]
    [InlineData("get")]
    [InlineData("Get")]
    [InlineData("GETS")]
    [InlineData("UNKNOWN")]
    public async Task Methods_compare_with_their_case(string method)
    {
        (await SendAsync(NewRouter().Get("/x", Answer("x")), method, "/x")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("UNKNOWN")]
    [InlineData("M-SEARCH")]
    [InlineData("post")]
    public async Task All_matches_every_method_unknown_ones_too(string method)
    {
        (await SendAsync(NewRouter().All("/x", Answer("x")), method, "/x")).Body.ShouldBe("x");
    }

    [Fact]
    public async Task Added_method_token_compares_with_its_case()
    {
        var router = NewRouter().Add("propfind", "/x", Answer("small")).Add("PROPFIND", "/x", Answer("capital"));

        (await SendAsync(router, "PROPFIND", "/x")).Body.ShouldBe("capital");
        (await SendAsync(router, "propfind", "/x")).Body.ShouldBe("small");
    }

    [Fact]
    public void Empty_method_is_refused() => Should.Throw<ArgumentException>(() => NewRouter().Add("", "/x", Answer("x")));
}
