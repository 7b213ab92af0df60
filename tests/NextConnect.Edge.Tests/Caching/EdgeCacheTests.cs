using System.Net;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace NextConnect.Edge.Tests.Caching;

public sealed class EdgeCacheTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly CachedRouter.SetTime _time = new();
    private readonly MemoryDistributedCache _storage = new(Options.Create(new MemoryDistributedCacheOptions()));
    private int _made;

    [Fact]
    public async Task An_answer_is_given_again_while_it_is_fresh_with_its_headers_and_its_age()
    {
        var router = Router((req, ctx) =>
        {
            var response = Numbered();
            response.Headers.Add("X-Mine", ["a", "b"]);
            return response;
        });
        (await BodyAsync(router, "/feed")).ShouldBe("1");
        _time.Now += TimeSpan.FromSeconds(59);

        using var response = await GetAsync(router, "/feed");

        (await response.Content.ReadAsStringAsync()).ShouldBe("1");
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; charset=utf-8");
        response.Headers.GetValues("X-Mine").ShouldBe(["a", "b"]);
        response.Headers.Age.ShouldBe(TimeSpan.FromSeconds(59));
    }

    [Fact]
    public async Task A_CreateContext_that_fails_for_a_renewal_fails_neither_the_request_nor_later_renewals()
    {
        var cache = new EdgeCache("test", _storage, _time);
        var routes = new List<string?>();
        var fails = false;
        var router = new EdgeRouter().Get("/feed", cache.Revalidate(Minute, (req, ctx) =>
        {
            routes.Add(req.Route);
            return Task.FromResult(Numbered());
        }));
        var handler = router.Handler(new()
        {
            CreateContext = host => !fails || host.RemoteAddress is not null ? new OwnContext(host) : throw new InvalidTimeZoneException(),
        });
        await AskAsync();
        _time.Now += Minute;

        fails = true;
        (await AskAsync()).ShouldHaveSingleItem().ShouldBeOfType<InvalidTimeZoneException>();
        fails = false;
        (await AskAsync()).ShouldBeEmpty();

        routes.ShouldBe(["/feed", "/feed"]);

        async Task<IReadOnlyList<Exception>> AskAsync()
        {
            var ctx = new EdgeContext { RemoteAddress = IPAddress.Loopback };
            using var req = new HttpRequestMessage(HttpMethod.Get, "http://test/feed");
            using var response = await handler(req, ctx);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            return await ctx.WaitForBackgroundAsync();
        }
    }

    [Fact]
    public async Task A_renewal_has_a_context_of_the_users_own_class_too()
    {
        var cache = new EdgeCache("test", _storage, _time);
        var classes = new List<string>();
        var router = new EdgeRouter().Get("/feed", cache.Revalidate(Minute, (req, ctx) =>
        {
            classes.Add(ctx.GetType().Name);
            return Task.FromResult(Numbered());
        }));
        var handler = router.Handler(new() { CreateContext = host => new OwnContext(host) });
        await AskAsync(new());
        _time.Now += Minute;
        var stale = new EdgeContext();

        await AskAsync(stale);
        (await stale.WaitForBackgroundAsync()).ShouldBeEmpty();

        classes.ShouldBe([nameof(OwnContext), nameof(OwnContext)]);

        async Task AskAsync(EdgeContext ctx)
        {
            using var req = new HttpRequestMessage(HttpMethod.Get, "http://test/feed");
            using var response = await handler(req, ctx);
        }
    }

    [Fact]
    public async Task After_its_period_the_old_answer_is_given_once_more_and_renewed_behind_it_once()
    {
        var go = new TaskCompletionSource();
        var router = RouterAsync(async (req, ctx) =>
        {
            var response = Numbered();
            if (_made > 1)
                await go.Task;
            return response;
        });
        await BodyAsync(router, "/feed");
        _time.Now += Minute;
        var (first, second) = (new EdgeContext(), new EdgeContext());

        (await BodyAsync(router, "/feed", first)).ShouldBe("1");
        (await BodyAsync(router, "/feed", second)).ShouldBe("1");
        (first.HasBackground, second.HasBackground).ShouldBe((true, false));
        go.SetResult();
        (await first.WaitForBackgroundAsync()).ShouldBeEmpty();

        (await BodyAsync(router, "/feed")).ShouldBe("2");
        _made.ShouldBe(2);
    }

    [Fact]
    public async Task Renewing_outlives_the_client_and_its_failure_is_reported_and_keeps_the_old_answer()
    {
        using var gone = new CancellationTokenSource();
        var isBroken = false;
        var router = Router((req, ctx) =>
        {
            ctx.Aborted.IsCancellationRequested.ShouldBeFalse();
            return isBroken ? throw new InvalidOperationException("broken") : Numbered();
        });
        await BodyAsync(router, "/feed");
        (_time.Now, isBroken) = (_time.Now + Minute, true);
        var ctx = new EdgeContext(null, gone.Token);

        (await BodyAsync(router, "/feed", ctx)).ShouldBe("1");
        await gone.CancelAsync();

        (await ctx.WaitForBackgroundAsync()).Single().Message.ShouldBe("broken");
        isBroken = false;
        var again = new EdgeContext();
        (await BodyAsync(router, "/feed", again)).ShouldBe("1");
        await again.WaitForBackgroundAsync();
        (await BodyAsync(router, "/feed")).ShouldBe("2");
    }

    [Fact]
    public async Task Addresses_and_what_an_answer_varies_on_are_kept_apart()
    {
        var router = Router((req, ctx) =>
        {
            var response = Numbered();
            response.Headers.Vary.Add("Accept-Language");
            return response;
        });

        (await BodyAsync(router, "/feed", language: "de")).ShouldBe("1");
        (await BodyAsync(router, "/feed", language: "en")).ShouldBe("2");
        (await BodyAsync(router, "/feed?page=2", language: "de")).ShouldBe("3");
        (await BodyAsync(router, "/feed", language: "de")).ShouldBe("1");
        (await BodyAsync(router, "/feed", language: "en")).ShouldBe("2");
    }

    [Theory]
    [InlineData("Set-Cookie", "a=1")]
    [InlineData("Cache-Control", "private")]
    [InlineData("Cache-Control", "no-store")]
    [InlineData("Cache-Control", "max-age=5, no-cache")]
    [InlineData("Vary", "*")]
    public async Task An_answer_that_is_for_one_alone_is_never_kept(string name, string value)
    {
        var router = Router((req, ctx) =>
        {
            var response = Numbered();
            response.Headers.Add(name, value);
            return response;
        });

        (await BodyAsync(router, "/feed")).ShouldBe("1");
        (await BodyAsync(router, "/feed")).ShouldBe("2");
    }

    [Theory]
    [InlineData(201)]
    [InlineData(206)]
    [InlineData(307)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task Only_status_200_is_kept(int status)
    {
        var router = Router((req, ctx) => new((HttpStatusCode)status) { Content = new StringContent($"{++_made}") });

        (await BodyAsync(router, "/feed")).ShouldBe("1");
        (await BodyAsync(router, "/feed")).ShouldBe("2");
    }

    [Theory]
    [InlineData("Authorization", "Bearer x")]
    [InlineData("Cookie", "session=1")]
    public async Task A_request_that_says_who_sends_it_is_neither_answered_from_the_cache_nor_kept(string name, string value)
    {
        var router = Router((req, ctx) => Numbered());

        (await BodyAsync(router, "/feed", header: (name, value))).ShouldBe("1");
        (await BodyAsync(router, "/feed")).ShouldBe("2");
        (await BodyAsync(router, "/feed", header: (name, value))).ShouldBe("3");
        (await BodyAsync(router, "/feed", User())).ShouldBe("4");
        (await BodyAsync(router, "/feed")).ShouldBe("2");

        static EdgeContext User() => new() { User = new(new System.Security.Claims.ClaimsIdentity("test")) };
    }

    [Fact]
    public async Task HEAD_is_answered_from_what_GET_has_left_and_leaves_nothing()
    {
        var router = Router((req, ctx) => Numbered());

        (await BodyAsync(router, "/feed", method: HttpMethod.Head)).ShouldBe("1");
        (await BodyAsync(router, "/feed")).ShouldBe("2");
        (await BodyAsync(router, "/feed", method: HttpMethod.Head)).ShouldBe("2");
    }

    [Fact]
    public async Task A_path_is_dropped_with_all_its_queries_and_no_other()
    {
        var cache = new EdgeCache("test", _storage, _time);
        var router = new EdgeRouter().Get("/:name", cache.Revalidate(Minute, (req, ctx) => Task.FromResult(Numbered())));
        foreach (var target in (string[])["/feed", "/feed?page=2", "/other"])
            await BodyAsync(router, target);

        await cache.RevalidatePathAsync("/FEED/");
        _time.Now += TimeSpan.FromSeconds(1);

        (await BodyAsync(router, "/feed")).ShouldBe("4");
        (await BodyAsync(router, "/feed?page=2")).ShouldBe("5");
        (await BodyAsync(router, "/other")).ShouldBe("3");
        (await BodyAsync(router, "/feed")).ShouldBe("4");
    }

    [Fact]
    public async Task A_tag_is_dropped_for_all_who_have_it()
    {
        var cache = new EdgeCache("test", _storage, _time);
        var router = new EdgeRouter()
            .Get("/a", cache.Revalidate(Minute, (req, ctx) => Task.FromResult(Numbered()), "posts", "a"))
            .Get("/b", cache.Revalidate(Minute, (req, ctx) => Task.FromResult(Numbered()), "b"));
        await BodyAsync(router, "/a");
        await BodyAsync(router, "/b");

        await cache.RevalidateTagAsync("posts");
        _time.Now += TimeSpan.FromSeconds(1);

        (await BodyAsync(router, "/a")).ShouldBe("3");
        (await BodyAsync(router, "/b")).ShouldBe("2");
    }

    [Fact]
    public async Task What_was_being_made_when_its_tag_was_dropped_is_not_kept_as_new()
    {
        var cache = new EdgeCache("test", _storage, _time);
        var (started, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var router = new EdgeRouter().Get("/a", cache.Revalidate(Minute, async (req, ctx) =>
        {
            var response = Numbered();
            started.TrySetResult();
            await go.Task;
            return response;
        }, "a"));

        var old = BodyAsync(router, "/a");
        await started.Task;
        _time.Now += TimeSpan.FromSeconds(1);
        await cache.RevalidateTagAsync("a");
        go.SetResult();
        await old;
        _time.Now += TimeSpan.FromSeconds(1);

        (await BodyAsync(router, "/a")).ShouldBe("2");
    }

    [Fact]
    public async Task The_hosts_services_give_the_storage_and_none_is_an_error_that_says_what_to_do()
    {
        var cache = new EdgeCache("test", time: _time);
        var router = new EdgeRouter().Get("/feed", cache.Revalidate(Minute, (req, ctx) => Task.FromResult(Numbered())));
        var services = new OneService(_storage);

        (await BodyAsync(router, "/feed", new(services))).ShouldBe("1");
        (await BodyAsync(router, "/feed", new(services))).ShouldBe("1");
        await cache.RevalidatePathAsync("/feed", new(services));
        _time.Now += TimeSpan.FromSeconds(1);
        (await BodyAsync(router, "/feed", new(services))).ShouldBe("2");
        (await Should.ThrowAsync<InvalidOperationException>(() => BodyAsync(router, "/feed"))).Message.ShouldContain("AddDistributedMemoryCache");
    }

    [Theory]
    [InlineData(new byte[] { })]
    [InlineData(new byte[] { 2, 1, 2, 3 })]
    [InlineData(new byte[] { 1 })]
    [InlineData(new byte[] { 1, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 7 })]
    [InlineData(new byte[] { 1, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0 })]
    public void What_another_version_wrote_or_half_of_an_entry_counts_as_not_there(byte[] bytes) => CachedResponse.Read(bytes).ShouldBeNull();

    [Fact]
    public async Task Every_cut_of_an_entry_counts_as_not_there()
    {
        using var response = Numbered();
        var bytes = (await CachedResponse.OfAsync(response, _time.Now)).Write();

        CachedResponse.Read(bytes).ShouldNotBeNull().Made.ShouldBe(_time.Now);
        for (var length = 0; length < bytes.Length; length++)
            CachedResponse.Read(bytes[..length]).ShouldBeNull();
    }

    [Fact]
    public void A_period_must_be_positive() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new EdgeCache("test", _storage).Revalidate(TimeSpan.Zero, (req, ctx) => Task.FromResult(Numbered())));

    private HttpResponseMessage Numbered() => new() { Content = new StringContent($"{++_made}") };

    private EdgeRouter Router(Func<HttpRequestMessage, EdgeContext, HttpResponseMessage> endpoint) =>
        RouterAsync((req, ctx) => Task.FromResult(endpoint(req, ctx)));

    private EdgeRouter RouterAsync(EdgeEndpoint endpoint) =>
        new EdgeRouter().Get("/feed", new EdgeCache("test", _storage, _time).Revalidate(Minute, endpoint));

    private static async Task<string> BodyAsync(
        EdgeRouter router, string target, EdgeContext? ctx = null, string? language = null,
        (string Name, string Value)? header = null, HttpMethod? method = null)
    {
        if (language is not null)
            header = ("Accept-Language", language);
        using var response = await GetAsync(router, target, ctx, header, method);
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task<HttpResponseMessage> GetAsync(
        EdgeRouter router, string target, EdgeContext? ctx = null, (string Name, string Value)? header = null, HttpMethod? method = null)
    {
        using var req = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri($"http://test{target}"));
        if (header is var (name, value))
            req.Headers.Add(name, value);
        return (await router.RunAsync(req, ctx ?? new()))!;
    }

    private sealed class OneService(IDistributedCache storage) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(IDistributedCache) ? storage : null;
    }

    private sealed class OwnContext(EdgeContext host) : EdgeContext(host);
}
