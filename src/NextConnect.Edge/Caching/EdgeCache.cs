using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Caching.Distributed;

namespace NextConnect;

/// <summary>Caches the responses of GET endpoints, and renews a stale one in the background of a request: Next.js's <c>revalidate</c>.</summary>
/// <param name="storage">Where responses are cached; null for the <see cref="IDistributedCache"/> of <see cref="EdgeContext.Services"/>.</param>
/// <param name="time">The clock; null for the system's. Servers that share a storage need synchronised clocks.</param>
/// <remarks>
/// Caches responses with status 200 to GET requests without an <c>Authorization</c> or <c>Cookie</c> header and without an authenticated user, unless the
/// response sets a cookie, says <c>private</c>, <c>no-store</c> or <c>no-cache</c>, varies on everything (<c>Vary: *</c>), or announces more than 8 MB. All
/// other requests and responses bypass the cache. A response is buffered before it is sent: do not wrap endless streams.
/// </remarks>
/// <example><code>
/// var cache = new EdgeCache();
/// router.Get("/feed", cache.Revalidate(TimeSpan.FromMinutes(1), (req, ctx) => ReadFeedAsync(ctx.Aborted)));
/// </code></example>
public sealed class EdgeCache(IDistributedCache? storage = null, TimeProvider? time = null)
{
    private static readonly TimeSpan KeptAfterPeriod = TimeSpan.FromDays(1);
    private readonly ConcurrentDictionary<string, bool> _refreshing = new();
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>Wraps an endpoint: its responses are cached.</summary>
    /// <param name="period">How long a response is fresh. Requests receive a stale one while one call per address makes a new one in the background.</param>
    /// <param name="endpoint">Makes the response. In the background it receives a copy of the request, and a context that no client can cancel.</param>
    /// <param name="tags">Names for <see cref="RevalidateTagAsync"/>.</param>
    /// <returns>The endpoint to register, with <c>Get</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The period is not positive.</exception>
    public EdgeEndpoint Revalidate(TimeSpan period, EdgeEndpoint endpoint, params IReadOnlyList<string> tags)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(period, TimeSpan.Zero);
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(tags);
        return (req, ctx) => CacheRules.IsCacheable(req, ctx) ? RespondAsync(req, ctx, period, endpoint, tags) : endpoint(req, ctx);
    }

    /// <summary>Drops the cached responses of a path, whatever the query: the next request makes a new one.</summary>
    /// <param name="path">The decoded path that routes match, such as <c>/users/7</c>; case and one trailing slash do not count.</param>
    /// <param name="ctx">Provides the storage when this cache has none.</param>
    /// <returns>A task that completes when they are dropped.</returns>
    public Task RevalidatePathAsync(string path, EdgeContext? ctx = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return StampAsync(CacheRules.PathKey(path), ctx);
    }

    /// <summary>Drops the cached responses of a tag.</summary>
    /// <param name="tag">One of the tags passed to <see cref="Revalidate"/>.</param>
    /// <param name="ctx">Provides the storage when this cache has none.</param>
    /// <returns>A task that completes when they are dropped.</returns>
    public Task RevalidateTagAsync(string tag, EdgeContext? ctx = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(tag);
        return StampAsync(CacheRules.TagKey(tag), ctx);
    }

    private async Task<HttpResponseMessage> RespondAsync(
        HttpRequestMessage req, EdgeContext ctx, TimeSpan period, EdgeEndpoint endpoint, IReadOnlyList<string> tags)
    {
        var cached = await FindAsync(req, ctx, tags).ConfigureAwait(false);
        if (cached is null)
            return await RenewAsync(req, ctx, period, endpoint).ConfigureAwait(false);

        var age = _time.GetUtcNow() - cached.Made;
        var key = CacheRules.ResponseKey(req, cached.Vary);
        if (age >= period && _refreshing.TryAdd(key, true))
            ctx.WaitUntil(RefreshAsync(key, req, ctx, period, endpoint));
        return cached.ToResponse(age);
    }

    private async Task RefreshAsync(string key, HttpRequestMessage stale, EdgeContext host, TimeSpan period, EdgeEndpoint endpoint)
    {
        try
        {
            using var req = CacheRules.Copy(stale);
            var ctx = CacheRules.Detach(host);
            await Task.Yield(); // the stale response does not wait for the synchronous part of the endpoint
            (await RenewAsync(req, ctx, period, endpoint).ConfigureAwait(false)).Dispose();
            if (await ctx.WaitForBackgroundAsync().ConfigureAwait(false) is { Count: > 0 } errors)
                throw new AggregateException(errors);
        }
        finally
        {
            _refreshing.TryRemove(key, out _);
        }
    }

    /// <summary>Invokes the endpoint, and caches its response when that is allowed.</summary>
    private async Task<HttpResponseMessage> RenewAsync(HttpRequestMessage req, EdgeContext ctx, TimeSpan period, EdgeEndpoint endpoint)
    {
        var made = _time.GetUtcNow(); // before the endpoint reads anything: what is dropped meanwhile stays dropped
        var response = await endpoint(req, ctx).ConfigureAwait(false);
        if (response is null || req.Method != HttpMethod.Get || !CacheRules.IsCacheable(response))
            return response!;

        var cached = await CachedResponse.OfAsync(response, made).ConfigureAwait(false);
        var options = new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = period + KeptAfterPeriod };
        var target = StorageOf(ctx);
        await target.SetAsync(CacheRules.NamesKey(req), CachedResponse.WriteNames(cached.Vary), options).ConfigureAwait(false);
        await target.SetAsync(CacheRules.ResponseKey(req, cached.Vary), cached.Write(), options).ConfigureAwait(false);
        return response;
    }

    private async Task<CachedResponse?> FindAsync(HttpRequestMessage req, EdgeContext ctx, IReadOnlyList<string> tags)
    {
        var source = StorageOf(ctx);
        if (CachedResponse.ReadNames(await source.GetAsync(CacheRules.NamesKey(req), ctx.Aborted).ConfigureAwait(false)) is not { } vary)
            return null;
        if (CachedResponse.Read(await source.GetAsync(CacheRules.ResponseKey(req, vary), ctx.Aborted).ConfigureAwait(false)) is not { } cached)
            return null;

        foreach (var stamp in tags.Select(CacheRules.TagKey).Append(CacheRules.PathKey(RequestState.PathOf(req) ?? "")))
        {
            var dropped = await source.GetStringAsync(stamp, ctx.Aborted).ConfigureAwait(false);
            if (dropped is not null && long.Parse(dropped, CultureInfo.InvariantCulture) >= cached.Made.UtcTicks)
                return null;
        }
        return cached;
    }

    /// <summary>Stores a time; everything older counts as dropped. A distributed cache cannot list its keys.</summary>
    private Task StampAsync(string key, EdgeContext? ctx) =>
        StorageOf(ctx).SetStringAsync(key, _time.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture), ctx?.Aborted ?? CancellationToken.None);

    private IDistributedCache StorageOf(EdgeContext? ctx) => storage ?? (IDistributedCache?)ctx?.Services?.GetService(typeof(IDistributedCache))
        ?? throw new InvalidOperationException(
            "EdgeCache has no storage. Pass it an IDistributedCache, or register one with the host's services: services.AddDistributedMemoryCache().");
}
