using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace NextConnect.AspNetCore.Tests;

/// <summary>An <see cref="EdgeCache"/> on a server.</summary>
public sealed class CachedResponseHostTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly MemoryDistributedCache _storage = new(Options.Create(new MemoryDistributedCacheOptions()));

    [Theory]
    [InlineData("Cookie: name=evil\r\nConnection: Cookie")]
    [InlineData("Connection: cookie, X-Other\r\nCookie: name=evil")]
    [InlineData("Authorization: evil\r\nConnection: Authorization")]
    public async Task A_client_cannot_have_its_own_response_stored_by_naming_what_makes_it_personal_in_Connection(string headers)
    {
        await using var server = await LiveServer.StartAsync(
            app =>
            {
                var accessor = app.Services.GetRequiredService<IHttpContextAccessor>();
                app.UseNextConnect(new EdgeRouter().Get("/", new EdgeCache("test", _storage).Revalidate(Minute, (req, ctx) =>
                {
                    var request = accessor.HttpContext!.Request;
                    return Task.FromResult(EdgeResponse.Text($"Hello {request.Cookies["name"]}{request.Headers.Authorization}"));
                })));
            },
            add: services => services.AddHttpContextAccessor());

        (await server.SendAsync($"GET / HTTP/1.1\r\nHost: test\r\n{headers}\r\n\r\n")).Body.ShouldBe("Hello evil");
        (await server.GetAsync("/")).Body.ShouldBe("Hello ");
    }

    [Fact]
    public async Task A_storage_that_fails_is_logged_and_fails_no_request()
    {
        var cache = new EdgeCache("test", new BrokenStorage());
        await using var server = await LiveServer.StartAsync(
            new EdgeRouter().Get("/", cache.Revalidate(Minute, (req, ctx) => Task.FromResult(EdgeResponse.Text("made")))));

        var response = await server.GetAsync("/");

        (response.Status, response.Body).ShouldBe((200, "made"));
        await server.DisposeAsync(); // after the background work
        server.Log.Entries.Where(entry => entry.Level >= LogLevel.Warning).ShouldHaveSingleItem()
            .Error!.InnerException.ShouldBeOfType<TimeoutException>();
    }

    [Fact]
    public async Task Cookies_of_a_request_are_sent_once_with_a_stored_response()
    {
        var cache = new EdgeCache("test", _storage);
        var visits = 0;
        await using var server = await LiveServer.StartAsync(new EdgeRouter()
            .Use((req, ctx, next) =>
            {
                req.ResponseCookies.Set("visit", $"{++visits}");
                return next();
            })
            .Get("/", cache.Revalidate(Minute, (req, ctx) => Task.FromResult(EdgeResponse.Text("made")))));

        (await server.GetAsync("/"))["Set-Cookie"].ShouldBe(["visit=1; path=/"]);
        (await server.GetAsync("/"))["Set-Cookie"].ShouldBe(["visit=2; path=/"]);
    }

    private sealed class BrokenStorage : IDistributedCache
    {
        public byte[]? Get(string key) => throw new TimeoutException();

        public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => throw new TimeoutException();

        public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw new TimeoutException();

        public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) =>
            throw new TimeoutException();

        public void Refresh(string key) => throw new TimeoutException();

        public Task RefreshAsync(string key, CancellationToken token = default) => throw new TimeoutException();

        public void Remove(string key) => throw new TimeoutException();

        public Task RemoveAsync(string key, CancellationToken token = default) => throw new TimeoutException();
    }
}
