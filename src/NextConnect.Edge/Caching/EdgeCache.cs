using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Caching.Distributed;

namespace NextConnect;

/// <summary>Caches the responses of GET endpoints, and renews a stale one in the background of a request: Next.js's <c>revalidate</c>.</summary>
/// <param name="name">
/// Names what is stored together. Caches of the same name, on any server of the storage, share their responses and what drops them; caches of different names
/// share nothing, even at the same address.
/// </param>
/// <param name="storage">Where responses are cached; null for the <see cref="IDistributedCache"/> of <see cref="EdgeContext.Services"/>.</param>
/// <param name="time">The clock; null for the system's. Servers that share a storage need synchronised clocks.</param>
/// <remarks>
/// Caches responses with status 200 to GET requests without a body, without an <c>Authorization</c> or <c>Cookie</c> header and without an authenticated
/// user. Never caches a response that sets a cookie, in its headers or by <c>req.ResponseCookies</c>; that says <c>private</c>, <c>no-store</c> or
/// <c>no-cache</c>, or has a malformed <c>Cache-Control</c>; that varies on everything (<c>Vary: *</c>) or on headers that endpoints do not receive; or that
/// announces more than 8 MiB. All other requests and responses bypass the cache. A response is stored by its address, its route and the headers that its
/// <c>Vary</c> names: everything else that an endpoint reads makes no difference. It is buffered before it is sent: do not wrap endless streams. A storage
/// that fails does not fail the request; the failure is reported as failed background work.
/// </remarks>
/// <exception cref="ArgumentException">The name is empty.</exception>
/// <example><code>
/// var cache = new EdgeCache("site");
/// router.Get("/feed", cache.Revalidate(TimeSpan.FromMinutes(1), (req, ctx) => ReadFeedAsync(ctx.Aborted)));
/// </code></example>
public sealed class EdgeCache(string name, IDistributedCache? storage = null, TimeProvider? time = null)
{
    private readonly string _name = !string.IsNullOrEmpty(name) ? name : throw new ArgumentException("A cache needs a name, such as \"site\".", nameof(name));
    private readonly ConcurrentDictionary<string, bool> _renewing = new();
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>Wraps an endpoint: its responses are cached.</summary>
    /// <param name="period">
    /// How long a response is fresh; <see cref="Timeout.InfiniteTimeSpan"/> until it is dropped. Requests receive a stale one while one call per address makes
    /// a new one in the background.
    /// </param>
    /// <param name="endpoint">Makes the response. In the background it receives a copy of the request, and a context that no client can cancel.</param>
    /// <param name="tags">Names for <see cref="RevalidateTagAsync"/>.</param>
    /// <returns>The endpoint to register, with <c>Get</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The period is not positive.</exception>
    public EdgeEndpoint Revalidate(TimeSpan period, EdgeEndpoint endpoint, params IReadOnlyList<string> tags)
    {
        if (period == Timeout.InfiniteTimeSpan)
            period = TimeSpan.MaxValue;
        if (period <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(
                nameof(period), period,
                "The period must be longer than zero. Timeout.InfiniteTimeSpan caches until a drop; to cache nothing, do not wrap the endpoint.");
        }
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(tags);
        var cached = new CachedEndpoint(period, endpoint, [.. tags.Select(tag => CacheKeys.Tag(_name, tag))]);
        return (req, ctx) => CacheRules.IsCacheable(req, ctx) ? RespondAsync(cached, req, ctx) : endpoint(req, ctx);
    }

    /// <summary>Drops the cached responses of a path, whatever the query: the next request makes a new one.</summary>
    /// <param name="path">The decoded path that routes match, such as <c>/users/7</c>; case and one trailing slash do not count.</param>
    /// <param name="ctx">Provides the storage when this cache has none.</param>
    /// <returns>A task that completes when they are dropped.</returns>
    public Task RevalidatePathAsync(string path, EdgeContext? ctx = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return StampAsync(CacheKeys.Path(_name, path), ctx);
    }

    /// <summary>Drops the cached responses of a tag.</summary>
    /// <param name="tag">One of the tags passed to <see cref="Revalidate"/>.</param>
    /// <param name="ctx">Provides the storage when this cache has none.</param>
    /// <returns>A task that completes when they are dropped.</returns>
    public Task RevalidateTagAsync(string tag, EdgeContext? ctx = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(tag);
        return StampAsync(CacheKeys.Tag(_name, tag), ctx);
    }

    private async Task<HttpResponseMessage> RespondAsync(CachedEndpoint endpoint, HttpRequestMessage req, EdgeContext ctx)
    {
        var keys = new CacheKeys(_name, req);
        var store = new CacheStore(StorageOf(ctx), keys, ctx);
        if (await store.FindAsync(endpoint.TagStamps).ConfigureAwait(false) is not { } cached)
            return (await MakeAsync(endpoint, store, req, ctx, stale: null).ConfigureAwait(false))!;

        var age = _time.GetUtcNow() - cached.Made;
        var key = keys.Response(cached.Vary);
        if (age >= endpoint.Period && _renewing.TryAdd(key, true))
            ctx.WaitUntil(RenewAsync(endpoint, key, cached, req, ctx));
        return cached.ToResponse(age);
    }

    private async Task RenewAsync(CachedEndpoint endpoint, string key, CachedResponse stale, HttpRequestMessage original, EdgeContext host)
    {
        try
        {
            using var req = RenewalRequest.Of(original);
            var ctx = RenewalRequest.Detach(host);
            await Task.Yield(); // the stale response does not wait for the synchronous part of the endpoint
            var store = new CacheStore(StorageOf(ctx), new(_name, req), ctx);
            Exception? failure = null;
            try
            {
                using var response = await MakeAsync(endpoint, store, req, ctx, stale).ConfigureAwait(false)
                    ?? throw new InvalidOperationException($"The endpoint of '{req.Route}' returned no response (null). Return an HttpResponseMessage.");
            }
            catch (Exception error)
            {
                failure = error; // thrown after the background work, which needs the request's services
            }
            if (await ctx.WaitForBackgroundAsync().ConfigureAwait(false) is { Count: > 0 } errors)
                throw new AggregateException(failure is null ? errors : [failure, .. errors]);
            if (failure is not null)
                ExceptionDispatchInfo.Throw(failure);
        }
        finally
        {
            _renewing.TryRemove(key, out _);
        }
    }

    /// <summary>Calls the endpoint. Caches its response when that is allowed; otherwise drops the stale one, unless the server has failed.</summary>
    private async Task<HttpResponseMessage?> MakeAsync(
        CachedEndpoint endpoint, CacheStore store, HttpRequestMessage req, EdgeContext ctx, CachedResponse? stale)
    {
        var made = _time.GetUtcNow(); // before the endpoint reads anything: what is dropped meanwhile stays dropped
        var cookies = CookieChanges(req); // those of layers in front are not the response's
        var response = await endpoint.InvokeAsync(req, ctx).ConfigureAwait(false);
        if (response is null || req.Method != HttpMethod.Get)
            return response;

        if (CookieChanges(req) == cookies && CacheRules.IsCacheable(response))
            await store.SetAsync(await CachedResponse.OfAsync(response, made).ConfigureAwait(false), endpoint.Lifetime).ConfigureAwait(false);
        else if (stale is not null && (int)response.StatusCode < 500)
            await store.RemoveAsync(stale).ConfigureAwait(false);
        return response;
    }

    private static int CookieChanges(HttpRequestMessage req) => RequestState.Find(req)?.Cookies?.Changes ?? 0;

    /// <summary>Stores a time; everything older counts as dropped. A distributed cache cannot list its keys.</summary>
    private Task StampAsync(string key, EdgeContext? ctx) =>
        StorageOf(ctx).SetStringAsync(key, _time.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture), ctx?.Aborted ?? CancellationToken.None);

    private IDistributedCache StorageOf(EdgeContext? ctx) => storage ?? (IDistributedCache?)ctx?.Services?.GetService(typeof(IDistributedCache))
        ?? throw new InvalidOperationException(
            "EdgeCache has no storage. Pass it an IDistributedCache, or register one with the host's services: services.AddDistributedMemoryCache().");
}
