using System.Globalization;
using Microsoft.Extensions.Caching.Distributed;

namespace NextConnect;

/// <summary>Reads and writes the storage for one request. A storage that fails never fails the request: the host logs it as background work.</summary>
internal sealed class CacheStore(IDistributedCache storage, CacheKeys keys, EdgeContext ctx)
{
    private bool _hasFailed; // then it is not asked again for this request: each attempt may wait for a timeout

    /// <summary>Finds what is stored for a request; null when nothing is, when it was dropped, and when it cannot be read.</summary>
    public async Task<CachedResponse?> FindAsync(IReadOnlyList<string> tagStamps)
    {
        try
        {
            if (CachedResponse.ReadNames(await storage.GetAsync(keys.Names, ctx.Aborted).ConfigureAwait(false)) is not { } vary)
                return null;
            if (CachedResponse.Read(await storage.GetAsync(keys.Response(vary), ctx.Aborted).ConfigureAwait(false)) is not { } cached)
                return null;

            foreach (var stamp in tagStamps.Append(keys.PathStamp))
            {
                if (await storage.GetStringAsync(stamp, ctx.Aborted).ConfigureAwait(false) is { } text && !IsBefore(text, cached.Made))
                    return null;
            }
            return cached;
        }
        catch (Exception error) when (error is not OperationCanceledException || !ctx.Aborted.IsCancellationRequested)
        {
            Report("read", error);
            return null;
        }
    }

    public Task SetAsync(CachedResponse response, TimeSpan lifetime)
    {
        var options = new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = lifetime };
        return WriteAsync(async () =>
        {
            await storage.SetAsync(keys.Names, CachedResponse.WriteNames(response.Vary), options).ConfigureAwait(false);
            await storage.SetAsync(keys.Response(response.Vary), response.Write(), options).ConfigureAwait(false);
        });
    }

    public Task RemoveAsync(CachedResponse response) => WriteAsync(() => storage.RemoveAsync(keys.Response(response.Vary)));

    /// <summary>Returns whether something was dropped before a response was made; a time that cannot be read may be any.</summary>
    private static bool IsBefore(string stamp, DateTimeOffset made) =>
        long.TryParse(stamp, NumberStyles.None, CultureInfo.InvariantCulture, out var dropped) && dropped < made.UtcTicks;

    private async Task WriteAsync(Func<Task> write)
    {
        if (_hasFailed)
            return;
        try
        {
            await write().ConfigureAwait(false);
        }
        catch (Exception error)
        {
            Report("written", error);
        }
    }

    private void Report(string operation, Exception error)
    {
        _hasFailed = true;
        ctx.WaitUntil(Task.FromException(new InvalidOperationException(
            $"The storage of an EdgeCache could not be {operation}. The endpoint has responded instead.", error)));
    }
}
