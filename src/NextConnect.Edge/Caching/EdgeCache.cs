using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Caching.Distributed;

namespace NextConnect;

/// <summary>Keeps what GET endpoints answered, and renews it behind a request that comes after its time: Next.js's <c>revalidate</c>.</summary>
/// <param name="storage">Where answers are kept; null for the <see cref="IDistributedCache"/> of <see cref="EdgeContext.Services"/>.</param>
/// <param name="time">The clock; null for the system's. Servers that share a storage need clocks that agree.</param>
/// <remarks>
/// Kept are answers with status 200 to GET requests that carry no <c>Authorization</c> and no <c>Cookie</c> header and have no authenticated user, unless the answer
/// sets a cookie, says <c>private</c>, <c>no-store</c> or <c>no-cache</c>, varies on everything (<c>Vary: *</c>), or announces more than 8 MB. All other requests and
/// answers pass as if there were no cache. A kept answer is read whole before it is sent: do not wrap endless streams.
/// </remarks>
/// <example><code>
/// var cache = new EdgeCache();
/// router.Get("/feed", cache.Revalidate(TimeSpan.FromMinutes(1), (req, ctx) => ReadFeedAsync(ctx.Aborted)));
/// </code></example>
public sealed class EdgeCache(IDistributedCache? storage = null, TimeProvider? time = null)
{
    private static readonly TimeSpan KeptBehindPeriod = TimeSpan.FromDays(1);
    private readonly ConcurrentDictionary<string, bool> _refreshing = new();
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>Wraps an endpoint: its answers are kept.</summary>
    /// <param name="period">How long an answer is fresh. After it, the old answer is given once more while a new one is made in the background, one at a time for each address.</param>
    /// <param name="endpoint">Makes the answer. In the background it gets a copy of the request, and a context that no client can abort.</param>
    /// <param name="tags">Names for <see cref="RevalidateTagAsync"/>.</param>
    /// <returns>The endpoint to register, with <c>Get</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The period is not positive.</exception>
    public EdgeEndpoint Revalidate(TimeSpan period, EdgeEndpoint endpoint, params IReadOnlyList<string> tags)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(period, TimeSpan.Zero);
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(tags);
        return (req, ctx) => CacheRules.IsCacheable(req, ctx) ? AnswerAsync(req, ctx, period, endpoint, tags) : endpoint(req, ctx);
    }

    /// <summary>Drops what is kept for a path, whatever the query: the next request makes a new answer.</summary>
    /// <param name="path">The decoded path that routes see, such as <c>/users/7</c>; case and one slash at its end do not matter.</param>
    /// <param name="ctx">Gives the storage when this cache has none of its own.</param>
    /// <returns>A task that ends when it is dropped.</returns>
    public Task RevalidatePathAsync(string path, EdgeContext? ctx = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return StampAsync(CacheRules.PathKey(path), ctx);
    }

    /// <summary>Drops what is kept under a tag.</summary>
    /// <param name="tag">One of the tags that <see cref="Revalidate"/> was given.</param>
    /// <param name="ctx">Gives the storage when this cache has none of its own.</param>
    /// <returns>A task that ends when it is dropped.</returns>
    public Task RevalidateTagAsync(string tag, EdgeContext? ctx = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(tag);
        return StampAsync(CacheRules.TagKey(tag), ctx);
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage req, EdgeContext ctx, TimeSpan period, EdgeEndpoint endpoint, IReadOnlyList<string> tags)
    {
        var kept = await FindAsync(req, ctx, tags).ConfigureAwait(false);
        if (kept is null)
            return await RenewAsync(req, ctx, period, endpoint).ConfigureAwait(false);

        var age = _time.GetUtcNow() - kept.Made;
        var key = CacheRules.AnswerKey(req, kept.Vary);
        if (age >= period && _refreshing.TryAdd(key, true))
            ctx.WaitUntil(RefreshAsync(key, CacheRules.Copy(req), CacheRules.Detach(ctx), period, endpoint));
        return kept.ToResponse(age);
    }

    private async Task RefreshAsync(string key, HttpRequestMessage req, EdgeContext ctx, TimeSpan period, EdgeEndpoint endpoint)
    {
        await Task.Yield(); // the old answer does not wait for an endpoint that begins with work
        try
        {
            using (req)
                (await RenewAsync(req, ctx, period, endpoint).ConfigureAwait(false)).Dispose();
            if (await ctx.WaitForBackgroundAsync().ConfigureAwait(false) is { Count: > 0 } errors)
                throw new AggregateException(errors);
        }
        finally
        {
            _refreshing.TryRemove(key, out _);
        }
    }

    /// <summary>Runs the endpoint, and keeps its answer when that is allowed.</summary>
    private async Task<HttpResponseMessage> RenewAsync(HttpRequestMessage req, EdgeContext ctx, TimeSpan period, EdgeEndpoint endpoint)
    {
        var made = _time.GetUtcNow(); // before the endpoint looks at anything: what is dropped meanwhile stays dropped
        var response = await endpoint(req, ctx).ConfigureAwait(false);
        if (response is null || req.Method != HttpMethod.Get || !CacheRules.IsCacheable(response))
            return response!;

        var kept = await CachedResponse.OfAsync(response, made).ConfigureAwait(false);
        var options = new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = period + KeptBehindPeriod };
        var target = StorageOf(ctx);
        await target.SetAsync(CacheRules.NamesKey(req), CachedResponse.WriteNames(kept.Vary), options).ConfigureAwait(false);
        await target.SetAsync(CacheRules.AnswerKey(req, kept.Vary), kept.Write(), options).ConfigureAwait(false);
        return response;
    }

    private async Task<CachedResponse?> FindAsync(HttpRequestMessage req, EdgeContext ctx, IReadOnlyList<string> tags)
    {
        var source = StorageOf(ctx);
        if (CachedResponse.ReadNames(await source.GetAsync(CacheRules.NamesKey(req), ctx.Aborted).ConfigureAwait(false)) is not { } vary)
            return null;
        if (CachedResponse.Read(await source.GetAsync(CacheRules.AnswerKey(req, vary), ctx.Aborted).ConfigureAwait(false)) is not { } kept)
            return null;

        foreach (var stamp in tags.Select(CacheRules.TagKey).Append(CacheRules.PathKey(RequestState.PathOf(req) ?? "")))
        {
            var dropped = await source.GetStringAsync(stamp, ctx.Aborted).ConfigureAwait(false);
            if (dropped is not null && long.Parse(dropped, CultureInfo.InvariantCulture) >= kept.Made.UtcTicks)
                return null;
        }
        return kept;
    }

    /// <summary>A distributed cache cannot list its keys: a stamp says since when everything older counts as dropped.</summary>
    private Task StampAsync(string key, EdgeContext? ctx) =>
        StorageOf(ctx).SetStringAsync(key, _time.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture), ctx?.Aborted ?? CancellationToken.None);

    private IDistributedCache StorageOf(EdgeContext? ctx) => storage ?? (IDistributedCache?)ctx?.Services?.GetService(typeof(IDistributedCache))
        ?? throw new InvalidOperationException("EdgeCache has no storage. Give it an IDistributedCache, or register one with the host's services: services.AddDistributedMemoryCache().");
}
