namespace NextConnect.Conformance;

/// <summary>R11: 405 and OPTIONS, on request.</summary>
public abstract class AllowSuite<TRouter, THandler, TEndpoint>(IRouterHarness<TRouter, THandler, TEndpoint> harness)
    : RouterSuite<TRouter, THandler, TEndpoint>(harness)
    where TRouter : RouterBase<TRouter, THandler, TEndpoint>
    where THandler : Delegate
    where TEndpoint : Delegate
{
    private static readonly TestOptions NotAllowed = new() { HandleMethodNotAllowed = true };
    private static readonly TestOptions Options = new() { HandleOptions = true };
    private static readonly TestOptions Both = new() { HandleMethodNotAllowed = true, HandleOptions = true };

    [Theory]
    [InlineData("POST")]
    [InlineData("OPTIONS")]
    public async Task Both_are_off_by_default(string method)
    {
        var answer = await SendAsync(NewRouter().Use(Pass("a")).Get("/x", Answer("x")), method, "/x");

        answer.Status.ShouldBe(404);
        answer.Allow.ShouldBeNull();
        Ran.ShouldBeEmpty();
    }

    [Fact]
    public async Task Path_of_other_methods_is_405_with_Allow()
    {
        var answer = await SendAsync(
            NewRouter().Get("/x", Answer("x")).Delete("/:id", Answer("y")).Add("PROPFIND", "/x", Answer("z")), "POST", "/x", NotAllowed);

        answer.Status.ShouldBe(405);
        answer.Allow.ShouldBe("DELETE, GET, HEAD, PROPFIND");
        answer.Body.ShouldBe("Method Not Allowed");
        answer.Headers["Content-Type"].ShouldBe("text/plain; charset=utf-8");
    }

    [Fact]
    public async Task Allow_lists_OPTIONS_when_it_is_answered_automatically_or_by_a_route()
    {
        (await SendAsync(NewRouter().Post("/x", Answer("x")), "GET", "/x", NotAllowed)).Allow.ShouldBe("POST");
        (await SendAsync(NewRouter().Post("/x", Answer("x")), "GET", "/x", Both)).Allow.ShouldBe("OPTIONS, POST");
        (await SendAsync(NewRouter().Post("/x", Answer("x")).Options("/x", Answer("o")), "GET", "/x", NotAllowed)).Allow.ShouldBe("OPTIONS, POST");
    }

    [Fact]
    public async Task Allow_is_the_union_over_all_mounted_routers()
    {
        var router = NewRouter()
            .Use("/api", NewRouter().Get("/users", Answer("a")))
            .Use("/:any", NewRouter().Use("/users", NewRouter().Put("/", Answer("b"))))
            .Use("/other", NewRouter().Patch("/users", Answer("c")));

        (await SendAsync(router, "POST", "/api/users", NotAllowed)).Allow.ShouldBe("GET, HEAD, PUT");
    }

    [Fact]
    public async Task Options_is_204_with_Allow_and_no_body()
    {
        var answer = await SendAsync(NewRouter().Get("/x", Answer("x")).Post("/x", Answer("y")), "OPTIONS", "/x", Options);

        answer.Status.ShouldBe(204);
        answer.Allow.ShouldBe("GET, HEAD, OPTIONS, POST");
        answer.Body.ShouldBeEmpty();
    }

    [Fact]
    public async Task Own_routes_come_before_the_automatic_answers()
    {
        (await SendAsync(NewRouter().Get("/x", Answer("x")).Options("/x", Answer("own")), "OPTIONS", "/x", Both)).Body.ShouldBe("own");
        (await SendAsync(NewRouter().Get("/x", Answer("x")).All("/x", Answer("all")), "POST", "/x", Both)).Body.ShouldBe("all");
    }

    [Fact]
    public async Task Options_without_HandleOptions_is_405_like_any_other_method()
    {
        var answer = await SendAsync(NewRouter().Get("/x", Answer("x")), "OPTIONS", "/x", NotAllowed);

        answer.Status.ShouldBe(405);
        answer.Allow.ShouldBe("GET, HEAD");
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("OPTIONS")]
    public async Task Path_without_any_route_is_404(string method)
    {
        var answer = await SendAsync(NewRouter().Use(Pass("a")).Get("/x", Answer("x")), method, "/y", Both);

        answer.Status.ShouldBe(404);
        Ran.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("POST", 405)]
    [InlineData("OPTIONS", 204)]
    public async Task Matching_middleware_runs_before_either_answer_and_sees_params(string method, int status)
    {
        string? seen = null;
        var reading = Handler(call =>
        {
            seen = Show(call.Params);
            return call.NextAsync();
        });
        var router = NewRouter().Use(Pass("cors")).Use("/:section", reading).Use("/other", Pass("other")).Get("/x", Answer("x")).Use(Pass("late"));

        (await SendAsync(router, method, "/x", Both)).Status.ShouldBe(status);

        Ran.ShouldBe("cors late");
        seen.ShouldBe("section=x");
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("OPTIONS")]
    public async Task Guard_that_refuses_answers_instead(string method)
    {
        var answer = await SendAsync(NewRouter().Use("/admin", Stop("denied", 401)).Get("/admin/x", Answer("x")), method, "/admin/x", Both);

        answer.Status.ShouldBe(401);
        answer.Allow.ShouldBeNull();
    }

    [Fact]
    public async Task Answer_405_to_HEAD_has_no_body()
    {
        var answer = await SendAsync(NewRouter().Post("/x", Answer("x")), "HEAD", "/x", NotAllowed);

        answer.Status.ShouldBe(405);
        answer.Body.ShouldBeEmpty();
    }

    [Fact]
    public async Task Options_of_the_whole_server_lists_the_methods_of_routes_without_pattern()
    {
        (await SendAsync(NewRouter().Get(Answer("x")).Post("/x", Answer("y")), "OPTIONS", "", Options)).Allow.ShouldBe("GET, HEAD, OPTIONS");
    }

    /// <summary>An <c>All</c> that only passes on is a guard, whatever its pattern.</summary>
    [Theory]
    [InlineData("*", "POST", 405, "GET, HEAD, OPTIONS, PUT")]
    [InlineData("/x", "POST", 405, "GET, HEAD, OPTIONS, PUT")]
    [InlineData("/:any", "OPTIONS", 204, "GET, HEAD, OPTIONS, PUT")]
    public async Task All_layers_that_pass_on_run_once_and_are_no_response(string pattern, string method, int status, string allow)
    {
        var router = NewRouter().Use(Pass("use")).All(pattern, Pass("all")).Get("/x", Answer("x")).Use("/", NewRouter().Put("/x", Answer("y")));

        var answer = await SendAsync(router, method, "/x", Both);

        answer.Status.ShouldBe(status);
        answer.Allow.ShouldBe(allow);
        Ran.ShouldBe("use all");
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("OPTIONS")]
    public async Task All_layer_that_responds_is_the_response(string method)
    {
        var answer = await SendAsync(NewRouter().All("*", Pass("first")).All("*", Stop("denied", 401)).Get("/x", Answer("x")), method, "/x", Both);

        answer.Status.ShouldBe(401);
        answer.Allow.ShouldBeNull();
        Ran.ShouldBe("first denied");
    }

    [Fact]
    public async Task All_layers_that_pass_on_without_any_route_end_in_404()
    {
        var answer = await SendAsync(NewRouter().All("*", Pass("all")).Get("/x", Answer("x")), "POST", "/y", Both);

        answer.Status.ShouldBe(404);
        answer.Allow.ShouldBeNull();
        Ran.ShouldBe("all");
    }

    [Fact]
    public async Task Route_for_the_method_that_passes_on_ends_in_404()
    {
        var answer = await SendAsync(NewRouter().All("*", Pass("all")).Post("/x", Pass("post")).Get("/x", Answer("x")), "POST", "/x", Both);

        answer.Status.ShouldBe(404);
        answer.Allow.ShouldBeNull();
        Ran.ShouldBe("all post");
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("OPTIONS")]
    public async Task All_layers_that_pass_on_end_in_404_by_default(string method)
    {
        (await SendAsync(NewRouter().All("*", Pass("all")).Get("/x", Answer("x")), method, "/x")).Status.ShouldBe(404);

        Ran.ShouldBe("all");
    }
}
