namespace NextConnect.Conformance;

/// <summary>Design part 5: a path with control characters or dot segments is answered 400 before routing.</summary>
public abstract class BadPathSuite<TRouter, THandler, TEndpoint>(IRouterHarness<TRouter, THandler, TEndpoint> harness)
    : RouterSuite<TRouter, THandler, TEndpoint>(harness)
    where TRouter : RouterBase<TRouter, THandler, TEndpoint>
    where THandler : Delegate
    where TEndpoint : Delegate
{
    [Theory]
    [InlineData("/a\0b")]
    [InlineData("/a\u0001")]
    [InlineData("/a\t")]
    [InlineData("/a\r\nX: 1")]
    [InlineData("/\u001f")]
    [InlineData("/a\u007f")]
    [InlineData("/public/../admin")]
    [InlineData("/..")]
    [InlineData("/.")]
    [InlineData("/a/./b")]
    [InlineData("/a/.")]
    [InlineData("/a/..")]
    public async Task Bad_path_is_400_and_nothing_runs(string path)
    {
        var options = new TestOptions
        {
            HandleMethodNotAllowed = true,
            HandleOptions = true,
            OnNoMatch = call => call.WriteAsync("no match"),
            OnError = (_, call) => call.WriteAsync("error"),
        };

        foreach (var method in new[] { "GET", "HEAD", "OPTIONS", "POST" })
        {
            var answer = await SendAsync(NewRouter().Use(Pass("guard")).Get(Answer("x")), method, path, options);

            answer.Status.ShouldBe(400);
            answer.Body.ShouldBe(method == "HEAD" ? "" : "Bad Request");
            answer.Headers["Content-Type"].ShouldBe("text/plain; charset=utf-8");
        }
        Ran.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/.well-known/x")]
    [InlineData("/a..b")]
    [InlineData("/...")]
    [InlineData("/a.")]
    [InlineData("/..a/b")]
    [InlineData("/a\u0085b")]
    [InlineData("/a\u2028b")]
    [InlineData("/a;b=c/..;/d")]
    [InlineData("/a\\..\\b")]
    [InlineData("/%2e%2e/b")]
    public async Task Path_that_only_looks_bad_is_routed(string path)
    {
        (await GetAsync(NewRouter().Use(Pass("guard")).Get("/*", Answer("x")), path)).Body.ShouldBe("x");

        Ran.ShouldBe("guard x");
    }

    [Fact]
    public async Task Very_long_paths_are_answered()
    {
        var router = NewRouter().Get("/a/*/b/:c?", AnswerParams()).Get("/*", Answer("x"));

        (await GetAsync(router, "/a" + string.Concat(Enumerable.Repeat("/s", 4_000)) + "/end")).Body.ShouldBe("x");
        (await GetAsync(router, "/" + new string('a', 60_000))).Body.ShouldBe("x");
    }
}
