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
    public async Task Each_verb_takes_any_number_of_handlers_before_its_endpoint_with_and_without_pattern()
    {
        THandler a = Pass("a"), b = Pass("b"), c = Pass("c");
        var router = NewRouter()
            .Get("/x", a, b, Answer("get")).Head("/h", a, b, Answer("head")).Post("/x", a, b, Answer("post")).Put("/x", a, b, Answer("put"))
            .Patch("/x", a, b, Answer("patch")).Delete("/x", a, b, Answer("delete")).Options("/x", a, b, Answer("options")).Trace("/x", a, b, Answer("trace"))
            .Add("QUERY", "/x", a, b, Answer("query")).All("/x", a, b, Answer("all"))
            .Get("/y", [a, b, c], Answer("get")).Head("/i", [a, b, c], Answer("head")).Post("/y", [a, b, c], Answer("post")).Put("/y", [a, b, c], Answer("put"))
            .Patch("/y", [a, b, c], Answer("patch")).Delete("/y", [a, b, c], Answer("delete")).Options("/y", [a, b, c], Answer("options"))
            .Trace("/y", [a, b, c], Answer("trace")).Add("QUERY", "/y", [a, b, c], Answer("query")).All("/y", [a, b, c], Answer("all"));

        foreach (var path in new[] { "/x", "/y" })
        {
            foreach (var method in new[] { "GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY", "OTHER" })
                await SendAsync(router, method, path);
        }
        await SendAsync(router, "HEAD", "/h");
        await SendAsync(router, "HEAD", "/i");

        string[] verbs = ["get", "post", "put", "patch", "delete", "options", "trace", "query", "all"];
        Ran.ShouldBe(string.Join(' ', [.. verbs.Select(verb => $"a b {verb}"), .. verbs.Select(verb => $"a b c {verb}"), "a b head", "a b c head"]));
    }

    [Fact]
    public async Task Each_verb_takes_handlers_before_its_endpoint_without_a_pattern()
    {
        THandler a = Pass("a"), b = Pass("b");
        TRouter[] routers =
        [
            NewRouter().Get(a, Answer("1")), NewRouter().Get(a, b, Answer("2")), NewRouter().Get([b, a], Answer("3")),
            NewRouter().Head(a, Answer("1")), NewRouter().Head(a, b, Answer("2")), NewRouter().Head([b, a], Answer("3")),
            NewRouter().Post(a, Answer("1")), NewRouter().Post(a, b, Answer("2")), NewRouter().Post([b, a], Answer("3")),
            NewRouter().Put(a, Answer("1")), NewRouter().Put(a, b, Answer("2")), NewRouter().Put([b, a], Answer("3")),
            NewRouter().Patch(a, Answer("1")), NewRouter().Patch(a, b, Answer("2")), NewRouter().Patch([b, a], Answer("3")),
            NewRouter().Delete(a, Answer("1")), NewRouter().Delete(a, b, Answer("2")), NewRouter().Delete([b, a], Answer("3")),
            NewRouter().Options(a, Answer("1")), NewRouter().Options(a, b, Answer("2")), NewRouter().Options([b, a], Answer("3")),
            NewRouter().Trace(a, Answer("1")), NewRouter().Trace(a, b, Answer("2")), NewRouter().Trace([b, a], Answer("3")),
            NewRouter().Add("QUERY", a, Answer("1")), NewRouter().Add("QUERY", a, b, Answer("2")), NewRouter().Add("QUERY", [b, a], Answer("3")),
            NewRouter().All(a, Answer("1")), NewRouter().All(a, b, Answer("2")), NewRouter().All([b, a], Answer("3")),
        ];

        foreach (var router in routers)
            await SendAsync(router, router.Layers[0].Method ?? "OTHER", "/any");

        Ran.ShouldBe(string.Join(' ', Enumerable.Repeat("a 1 a b 2 b a 3", routers.Length / 3)));
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

    [Theory]
    [InlineData("", "'' is not a method", "All(…)")]
    [InlineData("G ET", "'G ET' is not a method", "\"PROPFIND\"")]
    [InlineData("GÉT", "'GÉT' is not a method", "\"PROPFIND\"")]
    [InlineData("GET:", "'GET:' is not a method", "\"PROPFIND\"")]
    [InlineData("get", "'get' is not GET", "Add(\"GET\", …) or Get(…)")]
    [InlineData("Patch", "'Patch' is not PATCH", "Add(\"PATCH\", …) or Patch(…)")]
    [InlineData("connect", "'connect' is not CONNECT", "Add(\"CONNECT\", …)")]
    [InlineData("/x", "'/x' is a path", "Add(\"GET\", \"/x\", …) or Get(\"/x\", …)")]
    [InlineData("GET /x", "'GET /x' is a method and a path", "Add(\"GET\", \"/x\", …) or Get(\"/x\", …)")]
    [InlineData("GET,POST", "'GET,POST' is a list", "Add(\"GET\", …).Add(\"POST\", …)")]
    [InlineData("GET, POST, PUT", "'GET, POST, PUT' is a list", "Add(\"GET\", …).Add(\"POST\", …).Add(\"PUT\", …)")]
    [InlineData("get|POST", "'get|POST' is a list", "Add(\"GET\", …).Add(\"POST\", …)")]
    [InlineData("*", "'*' is not a method", "All(…)")]
    public void What_is_no_method_is_refused_with_what_to_write(string method, string what, string instead)
    {
        Action[] registrations =
        [
            () => NewRouter().Add(method, Answer("x")), () => NewRouter().Add(method, "/x", Answer("x")),
            () => NewRouter().Add(method, Pass("x")), () => NewRouter().Add(method, "/x", Pass("x")),
            () => NewRouter().Add(method, Pass("a"), Answer("x")), () => NewRouter().Add(method, "/x", Pass("a"), Answer("x")),
            () => NewRouter().Add(method, Pass("a"), Pass("b"), Answer("x")), () => NewRouter().Add(method, "/x", Pass("a"), Pass("b"), Answer("x")),
            () => NewRouter().Add(method, [Pass("a")], Answer("x")), () => NewRouter().Add(method, "/x", [Pass("a")], Answer("x")),
        ];

        foreach (var registration in registrations)
        {
            var error = Should.Throw<ArgumentException>(registration);
            error.ParamName.ShouldBe("method");
            error.Message.ShouldContain(what);
            error.Message.ShouldContain(instead);
        }
    }

    [Theory]
    [InlineData("CONNECT")]
    [InlineData("M-SEARCH")]
    [InlineData("x!#$%&'+-.^_`~")]
    public void Any_other_token_is_a_method(string method) => NewRouter().Add(method, "/x", Answer("x")).Layers[0].Method.ShouldBe(method);

    [Fact]
    public void Null_method_is_refused() => Should.Throw<ArgumentNullException>(() => NewRouter().Add(null!, "/x", Answer("x")));
}
