using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace NextConnect.Edge.Tests.Caching;

/// <summary>A cache with a storage and a clock of its own. Its endpoints number their responses, so that a test sees which one it receives.</summary>
internal sealed class CachedRouter
{
    public static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private int _made;

    public CachedRouter(IDistributedCache? storage = null)
    {
        Storage = storage ?? new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions()));
        Cache = NewCache("test");
    }

    public int Made => _made;

    public IDistributedCache Storage { get; }

    public SetTime Time { get; } = new();

    public EdgeCache Cache { get; }

    public EdgeCache NewCache(string name) => new(name, Storage, Time);

    public HttpResponseMessage Numbered() => new() { Content = new StringContent($"{++_made}") };

    public HttpResponseMessage Numbered(string name, params string[] values)
    {
        var response = Numbered();
        foreach (var value in values)
            response.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue(name);
        return response;
    }

    /// <summary>Makes a router whose <c>/feed</c> is cached for a minute.</summary>
    public EdgeRouter Feed(EdgeSyncEndpoint endpoint) => FeedAsync((req, ctx) => Task.FromResult(endpoint(req, ctx)));

    public EdgeRouter FeedAsync(EdgeEndpoint endpoint) => new EdgeRouter().Get("/feed", Cache.Revalidate(Minute, endpoint));

    public EdgeRouter Feed() => Feed((req, ctx) => Numbered());

    /// <summary>Requests an address, and returns the body once the background work has ended, which must not fail.</summary>
    public static async Task<string> BodyAsync(EdgeRouter router, string target = "/feed", params (string Name, string Value)[] headers)
    {
        var (response, errors) = await GetAsync(router, target, headers);
        using (response)
        {
            errors.ShouldBeEmpty();
            return await response.Content.ReadAsStringAsync();
        }
    }

    /// <summary>Requests an address, and returns the response with the errors of the background work.</summary>
    public static async Task<(HttpResponseMessage Response, IReadOnlyList<Exception> Errors)> GetAsync(
        EdgeRouter router, string target = "/feed", params (string Name, string Value)[] headers)
    {
        using var req = new EdgeRequest("GET", new Uri($"http://test{target}"));
        foreach (var (name, value) in headers)
            req.AddHeader(name, value);
        var ctx = new EdgeContext();
        var response = await router.Handler()(req, ctx);
        return (response, await ctx.WaitForBackgroundAsync());
    }

    internal sealed class SetTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
