using System.Net;
using System.Text;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using static NextConnect.Edge.Tests.Caching.CachedRouter;

namespace NextConnect.Edge.Tests.Caching;

/// <summary>A storage may be shared, hold what is broken, and fail.</summary>
public sealed class CacheStorageTests
{
    private readonly RecordingStorage _storage = new();
    private readonly CachedRouter _test;

    public CacheStorageTests() => _test = new(_storage);

    [Fact]
    public async Task Caches_of_different_names_are_kept_apart()
    {
        var (a, b) = (Tenant("a"), Tenant("b"));

        (await BodyAsync(a.Router)).ShouldBe("a 1");
        (await BodyAsync(b.Router)).ShouldBe("b 2");
        (await BodyAsync(a.Router)).ShouldBe("a 1");
        _test.Time.Now += TimeSpan.FromSeconds(1);
        await a.Cache.RevalidateTagAsync("feeds");
        await a.Cache.RevalidatePathAsync("/feed");
        (await BodyAsync(b.Router)).ShouldBe("b 2");
        _test.Time.Now += TimeSpan.FromSeconds(1);
        (await BodyAsync(a.Router)).ShouldBe("a 3");

        (EdgeRouter Router, EdgeCache Cache) Tenant(string name)
        {
            var cache = _test.NewCache(name);
            return (new EdgeRouter().Get("/feed", cache.Revalidate(Minute, (req, ctx) => Task.FromResult(Named(name)), "feeds")), cache);
        }
    }

    [Fact]
    public async Task Caches_of_one_name_share_what_they_store()
    {
        var (first, second) = (_test.NewCache("shared"), _test.NewCache("shared"));
        var router = new EdgeRouter().Get("/feed", first.Revalidate(Minute, (req, ctx) => Task.FromResult(Named("first"))));
        var other = new EdgeRouter().Get("/feed", second.Revalidate(Minute, (req, ctx) => Task.FromResult(Named("second"))));

        (await BodyAsync(router)).ShouldBe("first 1");
        (await BodyAsync(other)).ShouldBe("first 1");
    }

    [Fact]
    public async Task Routes_of_one_address_in_different_routers_are_kept_apart()
    {
        var feed = new EdgeRouter().Get("/feed", _test.Cache.Revalidate(Minute, (req, ctx) => Task.FromResult(Named("feed"))));
        var page = new EdgeRouter().Get("/:page", _test.Cache.Revalidate(Minute, (req, ctx) => Task.FromResult(Named("page"))));

        (await BodyAsync(feed)).ShouldBe("feed 1");
        (await BodyAsync(page)).ShouldBe("page 2");
        (await BodyAsync(feed)).ShouldBe("feed 1");
    }

    [Fact]
    public async Task Whatever_the_storage_returns_under_a_key_is_no_error()
    {
        var router = new EdgeRouter().Get("/feed", _test.Cache.Revalidate(Minute, (req, ctx) => Task.FromResult(_test.Numbered()), "tag"));
        await BodyAsync(router);
        await _test.Cache.RevalidateTagAsync("tag");
        await _test.Cache.RevalidatePathAsync("/feed");
        _test.Time.Now += TimeSpan.FromSeconds(1);
        await BodyAsync(router);
        var keys = _storage.Keys;
        keys.Length.ShouldBe(4); // the names of headers, the response, two times of dropping

        foreach (var key in keys)
        {
            foreach (var bytes in (byte[][])[[], [0xFF, 0], Encoding.UTF8.GetBytes("1e9"), Encoding.UTF8.GetBytes("a\nb,\0, c:"), new byte[100]])
            {
                var before = (await _storage.GetAsync(key))!;
                if (bytes.SequenceEqual(before))
                    continue; // no names
                await _storage.SetAsync(key, bytes, new());
                var made = _test.Made;

                (await BodyAsync(router)).ShouldBe($"{made + 1}", $"{key} = {Convert.ToHexString(bytes)}");

                await _storage.SetAsync(key, before, new());
                _test.Time.Now += TimeSpan.FromSeconds(1);
            }
        }
    }

    [Fact]
    public async Task An_entry_with_a_changed_byte_counts_as_absent()
    {
        var router = _test.Feed((req, ctx) => _test.Numbered("X-Own", "value"));
        await BodyAsync(router);
        var entry = _storage.Keys.MaxBy(key => _storage.Get(key)!.Length)!;
        var bytes = (await _storage.GetAsync(entry))!;

        for (var i = 0; i < bytes.Length; i++)
        {
            byte[] changed = [.. bytes];
            changed[i] ^= 4;
            await _storage.SetAsync(entry, changed, new());
            var made = _test.Made;

            (await BodyAsync(router)).ShouldBe($"{made + 1}", $"byte {i}");
        }
    }

    [Fact]
    public async Task A_storage_that_cannot_be_read_fails_no_request_and_is_reported_once()
    {
        var router = _test.Feed();
        _storage.Failure = new TimeoutException("storage down");

        var (response, errors) = await GetAsync(router);

        (await response.Content.ReadAsStringAsync()).ShouldBe("1");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        errors.ShouldHaveSingleItem().InnerException.ShouldBe(_storage.Failure);
        response.Dispose();
        _storage.Failure = null;
        (await BodyAsync(router)).ShouldBe("2");
        (await BodyAsync(router)).ShouldBe("2");
    }

    [Fact]
    public async Task A_storage_that_cannot_be_written_fails_no_request_and_is_reported()
    {
        var router = _test.Feed();
        _storage.WriteFailure = new TimeoutException("storage full");

        var (response, errors) = await GetAsync(router);

        (await response.Content.ReadAsStringAsync()).ShouldBe("1");
        response.Dispose();
        errors.ShouldHaveSingleItem().InnerException.ShouldBe(_storage.WriteFailure);
    }

    [Fact]
    public async Task A_storage_that_fails_during_a_renewal_is_reported_and_the_stored_response_stays()
    {
        var router = _test.Feed();
        await BodyAsync(router);
        _test.Time.Now += Minute;
        _storage.WriteFailure = new TimeoutException("storage full");

        var (response, errors) = await GetAsync(router);

        (await response.Content.ReadAsStringAsync()).ShouldBe("1");
        response.Dispose();
        errors.ShouldHaveSingleItem().InnerException!.InnerException.ShouldBe(_storage.WriteFailure);
        _storage.WriteFailure = null;
        (await BodyAsync(router)).ShouldBe("1");
        (await BodyAsync(router)).ShouldBe("3");
    }

    [Fact]
    public async Task Dropping_fails_when_the_storage_does()
    {
        _storage.WriteFailure = new TimeoutException("storage down");

        (await Should.ThrowAsync<TimeoutException>(() => _test.Cache.RevalidateTagAsync("tag"))).ShouldBe(_storage.WriteFailure);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(TimeSpan.TicksPerDay * 36_500)]
    [InlineData(long.MaxValue - 1)]
    [InlineData(long.MaxValue)]
    [InlineData(-TimeSpan.TicksPerMillisecond)] // Timeout.InfiniteTimeSpan
    public async Task Any_period_works(long ticks)
    {
        var router = new EdgeRouter().Get("/feed", _test.Cache.Revalidate(new(ticks), (req, ctx) => Task.FromResult(_test.Numbered())));

        (await BodyAsync(router)).ShouldBe("1");
        (await BodyAsync(router)).ShouldBe("1");
        _test.Time.Now += TimeSpan.FromDays(365);
        (await BodyAsync(router)).ShouldBe("1");
        (await BodyAsync(router)).ShouldBe(ticks == 1 ? "2" : "1");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(-TimeSpan.TicksPerMinute)]
    public void A_period_that_is_not_positive_is_refused_with_what_to_write(long ticks) =>
        Should.Throw<ArgumentOutOfRangeException>(() => _test.Cache.Revalidate(new(ticks), (req, ctx) => Task.FromResult(_test.Numbered())))
            .Message.ShouldContain("Timeout.InfiniteTimeSpan");

    private HttpResponseMessage Named(string name)
    {
        _test.Numbered().Dispose();
        return new() { Content = new StringContent($"{name} {_test.Made}") };
    }

    /// <summary>A storage in memory that knows its keys, and fails on demand.</summary>
    private sealed class RecordingStorage : IDistributedCache
    {
        private readonly MemoryDistributedCache _inner = new(Options.Create(new MemoryDistributedCacheOptions()));
        private readonly HashSet<string> _keys = [];

        public string[] Keys => [.. _keys];

        public Exception? Failure { get; set; }

        public Exception? WriteFailure { get; set; }

        public byte[]? Get(string key) => _inner.Get(key);

        public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => Failure is null ? _inner.GetAsync(key, token) : throw Failure;

        public void Set(string key, byte[] value, DistributedCacheEntryOptions options)
        {
            _keys.Add(key);
            _inner.Set(key, value, options);
        }

        public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
        {
            _keys.Add(key);
            return (Failure ?? WriteFailure) is { } error ? Task.FromException(error) : _inner.SetAsync(key, value, options, token);
        }

        public void Remove(string key) => _inner.Remove(key);

        public Task RemoveAsync(string key, CancellationToken token = default) => _inner.RemoveAsync(key, token);

        public void Refresh(string key) => _inner.Refresh(key);

        public Task RefreshAsync(string key, CancellationToken token = default) => _inner.RefreshAsync(key, token);
    }
}
