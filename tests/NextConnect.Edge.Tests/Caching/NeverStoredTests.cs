using System.Net;
using System.Security.Claims;
using NextConnect.Edge.Tests.Support;
using static NextConnect.Edge.Tests.Caching.CachedRouter;

namespace NextConnect.Edge.Tests.Caching;

/// <summary>What may be for one client alone is never stored, however it says so.</summary>
public sealed class NeverStoredTests
{
    private readonly CachedRouter _test = new();

    [Theory]
    [InlineData("Private")]
    [InlineData("private=\"X-Name\"")]
    [InlineData("private = \"x\" , max-age=60")]
    [InlineData("max-age=60,\tNO-STORE")]
    [InlineData("no-store, x=\"y\"")]
    [InlineData("no-cache=\"Set-Cookie\"")]
    [InlineData("public, max-age=60", "private")]
    [InlineData("private", "public, max-age=60")]
    [InlineData("private; max-age=60")]
    [InlineData("max-age=60s, private")]
    [InlineData("no-store; must-revalidate")]
    [InlineData("private, max-age=1.5")]
    [InlineData("public, max-age=1.5")]
    [InlineData("public", "max-age=60s")]
    [InlineData("private=name")]
    [InlineData("max-age=\"60")]
    public async Task Response_that_says_private_or_has_a_malformed_CacheControl(params string[] lines) =>
        await IsNeverStoredAsync(_test.Feed((req, ctx) => _test.Numbered("Cache-Control", lines)));

    [Theory]
    [InlineData("public, max-age=60")]
    [InlineData("max-age=60", "must-revalidate, stale-while-revalidate=30")]
    [InlineData("x=\"private, no-store\", privately")]
    [InlineData("")]
    public async Task Response_whose_CacheControl_forbids_nothing_is_stored(params string[] lines) =>
        await IsStoredAsync(_test.Feed((req, ctx) => _test.Numbered("Cache-Control", lines)));

    [Theory]
    [InlineData("*")]
    [InlineData("Accept-Language, *")]
    [InlineData("Accept-Language; Accept")]
    [InlineData("Accept Language")]
    [InlineData("Connection")]
    [InlineData("Accept, te")]
    [InlineData("proxy-authorization")]
    [InlineData("Range")]
    [InlineData("If-None-Match")]
    public async Task Response_that_varies_on_what_no_key_can_hold(string vary) =>
        await IsNeverStoredAsync(_test.Feed((req, ctx) => _test.Numbered("Vary", vary)));

    [Fact]
    public async Task Response_with_a_cookie_among_the_headers_of_its_content() =>
        await IsNeverStoredAsync(_test.Feed((req, ctx) =>
        {
            var response = _test.Numbered();
            response.Content.Headers.TryAddWithoutValidation("set-cookie", "session=1").ShouldBeTrue();
            return response;
        }));

    [Fact]
    public async Task Response_to_a_request_whose_endpoint_sets_a_cookie() =>
        await IsNeverStoredAsync(_test.Feed((req, ctx) =>
        {
            req.ResponseCookies.Set("session", "1");
            return _test.Numbered();
        }));

    [Fact]
    public async Task Response_to_a_request_whose_endpoint_replaces_a_cookie_of_a_layer_in_front() =>
        await IsNeverStoredAsync(new EdgeRouter().Get("/feed", Visit, _test.Cache.Revalidate(Minute, (req, ctx) =>
        {
            req.ResponseCookies.Set("visit", "mine");
            return Task.FromResult(_test.Numbered());
        })));

    [Fact]
    public async Task Response_of_a_router_inside_that_sets_a_cookie()
    {
        var inner = new EdgeRouter().Get("/feed", (req, _) =>
        {
            req.ResponseCookies.Set("session", "1");
            return _test.Numbered();
        }).Handler();

        await IsNeverStoredAsync(_test.FeedAsync((req, ctx) => inner(req, ctx)));
    }

    [Fact]
    public async Task Cookies_of_a_layer_in_front_are_sent_with_every_response_and_stored_with_none()
    {
        var visits = 0;
        var router = new EdgeRouter().Use((req, ctx, next) =>
        {
            req.ResponseCookies.Set("visit", $"{++visits}");
            return next();
        }).Get("/feed", _test.Cache.Revalidate(Minute, (req, ctx) => Task.FromResult(_test.Numbered())));

        foreach (var visit in (string[])["1", "2", "3"])
        {
            var (response, _) = await GetAsync(router);
            (await response.Content.ReadAsStringAsync()).ShouldBe("1");
            response.Headers.GetValues("Set-Cookie").ShouldBe([$"visit={visit}; path=/"]);
            response.Dispose();
        }
    }

    [Fact]
    public async Task Response_that_a_decided_one_replaces()
    {
        var router = _test.Feed((req, ctx) =>
        {
            try
            {
                throw req.Respond(EdgeResponse.Redirect("/login"));
            }
            catch (EdgeResponseException)
            {
                return _test.Numbered(); // a page that was never sent
            }
        });

        await AskAsync();
        await AskAsync();
        _test.Made.ShouldBe(2);

        async Task AskAsync()
        {
            var (response, _) = await GetAsync(router);
            response.StatusCode.ShouldBe(HttpStatusCode.TemporaryRedirect);
            response.Dispose();
        }
    }

    [Fact]
    public async Task Response_to_a_user_with_several_identities_of_which_one_is_authenticated()
    {
        var handler = _test.Feed().Handler();

        (await AskAsync()).ShouldBe("1");
        (await AskAsync()).ShouldBe("2");

        async Task<string> AskAsync()
        {
            using var req = new HttpRequestMessage(HttpMethod.Get, "http://test/feed");
            var user = new ClaimsPrincipal([new ClaimsIdentity(), new ClaimsIdentity("test")]);
            using var response = await handler(req, new EdgeContext { User = user });
            return await response.Content.ReadAsStringAsync();
        }
    }

    [Fact]
    public async Task Response_to_a_request_with_a_body()
    {
        var handler = _test.Feed().Handler();

        (await AskAsync(new StringContent("mine"))).ShouldBe("1");
        (await AskAsync(null)).ShouldBe("2");
        (await AskAsync(new StreamContent(new UnseekableStream([1])))).ShouldBe("3");
        (await AskAsync(new ByteArrayContent([]))).ShouldBe("2");

        async Task<string> AskAsync(HttpContent? content)
        {
            using var req = new HttpRequestMessage(HttpMethod.Get, "http://test/feed") { Content = content };
            using var response = await handler(req, new EdgeContext());
            return await response.Content.ReadAsStringAsync();
        }
    }

    private static Task<HttpResponseMessage> Visit(HttpRequestMessage req, EdgeContext ctx, NextHandler<HttpResponseMessage> next)
    {
        req.ResponseCookies.Set("visit", "1");
        return next();
    }

    private static async Task IsNeverStoredAsync(EdgeRouter router)
    {
        (await BodyAsync(router)).ShouldBe("1");
        (await BodyAsync(router)).ShouldBe("2");
    }

    private static async Task IsStoredAsync(EdgeRouter router)
    {
        (await BodyAsync(router)).ShouldBe("1");
        (await BodyAsync(router)).ShouldBe("1");
    }
}
