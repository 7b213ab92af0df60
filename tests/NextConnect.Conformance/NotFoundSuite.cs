namespace NextConnect.Conformance;

/// <summary>R10: the default answer when no route matches.</summary>
public abstract class NotFoundSuite<TRouter, THandler, TEndpoint>(IRouterHarness<TRouter, THandler, TEndpoint> harness)
    : RouterSuite<TRouter, THandler, TEndpoint>(harness)
    where TRouter : RouterBase<TRouter, THandler, TEndpoint>
    where THandler : Delegate
    where TEndpoint : Delegate
{
    [Fact]
    public async Task Default_404_names_method_path_and_query_as_plain_text()
    {
        var answer = await SendAsync(NewRouter(), new TestRequest("GET", "/foo/bar", "?x=1"));

        answer.Status.ShouldBe(404);
        answer.Body.ShouldBe($"Route GET {Harness.Origin}/foo/bar?x=1 not found");
        answer.Headers["Content-Type"].ShouldBe("text/plain; charset=utf-8");
        answer.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
    }

    [Fact]
    public async Task Default_404_to_HEAD_has_no_body()
    {
        var answer = await SendAsync(NewRouter().Post("/x", Answer("x")), "HEAD", "/x");

        answer.Status.ShouldBe(404);
        answer.Body.ShouldBeEmpty();
    }

    [Fact]
    public async Task Default_responses_to_HEAD_have_the_length_of_those_to_GET()
    {
        var router = NewRouter().Post("/x", Answer("x")).Get("/broken", Endpoint(_ => throw new InvalidOperationException("broken")));
        var options = new TestOptions { HandleMethodNotAllowed = true };

        foreach (var path in new[] { "/none", "/x", "/broken", "/a/../x" })
        {
            var get = await GetAsync(router, path, options);
            var head = await SendAsync(router, "HEAD", path, options);

            head.Status.ShouldBe(get.Status);
            head.Body.ShouldBeEmpty();
            head.Headers["Content-Length"]
                .ShouldBe(System.Text.Encoding.UTF8.GetByteCount(get.Body).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task Default_404_never_carries_markup_as_markup()
    {
        var answer = await GetAsync(NewRouter(), "/<script>alert(1)</script>");

        answer.Headers["Content-Type"].ShouldBe("text/plain; charset=utf-8");
        answer.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
    }

    [Fact]
    public async Task Custom_OnNoMatch_replaces_the_default()
    {
        var answer = await GetAsync(NewRouter(), "/x", new() { OnNoMatch = call => call.WriteAsync("nope", 418) });

        answer.Status.ShouldBe(418);
        answer.Body.ShouldBe("nope");
    }
}
