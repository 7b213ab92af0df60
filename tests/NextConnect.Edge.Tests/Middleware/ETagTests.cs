using System.Net;
using NextConnect.Edge.Tests.Support;
using static NextConnect.Edge.Tests.Support.InMemory;

namespace NextConnect.Edge.Tests.Middleware;

public sealed class ETagTests
{
    private static readonly DateTimeOffset Changed = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public async Task Same_answer_is_304_without_a_body_and_keeps_its_headers()
    {
        using var first = await Router().SendAsync(Get("/"));
        var tag = first.Header("ETag");
        using var second = await Router().SendAsync(Get("/", ("If-None-Match", $"\"other\", {tag}")));

        (await first.TextAsync()).ShouldBe("content");
        tag.ShouldStartWith("W/\"");
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        second.Header("ETag").ShouldBe(tag);
        second.Header("Cache-Control").ShouldBe("max-age=60");
        (await second.TextAsync()).ShouldBe("");
    }

    [Theory]
    [InlineData("If-None-Match", "\"other\"", 200)]
    [InlineData("If-None-Match", "*", 304)]
    [InlineData("If-None-Match", "nonsense", 200)]
    [InlineData("If-Modified-Since", "Fri, 02 Jan 2026 03:04:05 GMT", 304)]
    [InlineData("If-Modified-Since", "Fri, 02 Jan 2026 03:04:04 GMT", 200)]
    [InlineData("If-Modified-Since", "nonsense", 200)]
    public async Task Condition_decides(string name, string value, int status)
    {
        using var response = await Router().SendAsync(Get("/", (name, value)));

        ((int)response.StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task Tag_counts_more_than_the_date()
    {
        using var response = await Router().SendAsync(Get("/", ("If-None-Match", "\"other\""), ("If-Modified-Since", "Fri, 02 Jan 2026 03:04:05 GMT")));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Tag_of_the_handler_is_kept_and_other_methods_statuses_and_streams_are_left_alone()
    {
        var router = new EdgeRouter()
            .Use(EdgeMiddleware.ETag(maxLength: 3))
            .Get("/own", (_, _) =>
            {
                var response = EdgeResponse.Text("longer");
                response.Headers.ETag = new("\"mine\"");
                return response;
            })
            .Get("/long", (_, _) => EdgeResponse.Text("longer"))
            .Get("/stream", (_, _) => EdgeResponse.Stream(EndlessStream()))
            .Get("/error", (_, _) => EdgeResponse.Text("no", HttpStatusCode.NotFound))
            .Post("/own", (_, _) => EdgeResponse.Text("ok"));

        using var own = await router.SendAsync(Get("/own", ("If-None-Match", "W/\"mine\"")));
        own.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        own.Header("ETag").ShouldBe("\"mine\"");
        foreach (var (method, path) in new[] { (HttpMethod.Get, "/long"), (HttpMethod.Get, "/stream"), (HttpMethod.Get, "/error"), (HttpMethod.Post, "/own") })
        {
            using var response = await router.SendAsync(Request(method, path, ("If-None-Match", "*x")));
            response.Headers.ETag.ShouldBeNull(path);
        }
    }

    [Theory]
    [InlineData("bytes=0-1")]
    [InlineData("bytes=99-")]
    public async Task Condition_comes_before_the_range(string range)
    {
        var router = new EdgeRouter().Use(EdgeMiddleware.ETag()).Get("/", (req, _) =>
        {
            var status = range == "bytes=99-" ? HttpStatusCode.RequestedRangeNotSatisfiable : HttpStatusCode.PartialContent;
            var response = EdgeResponse.Bytes("part"u8.ToArray(), status: status);
            response.Headers.ETag = new("\"v1\"");
            response.Content.Headers.ContentRange = new(0, 3, 10);
            return response;
        });

        using var known = await router.SendAsync(Get("/", ("Range", range), ("If-None-Match", "\"v1\"")));
        using var unknown = await router.SendAsync(Get("/", ("Range", range), ("If-None-Match", "\"v2\"")));

        known.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        known.Header("Content-Range").ShouldBe("");
        unknown.StatusCode.ShouldNotBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Part_without_a_tag_gets_none()
    {
        var router = new EdgeRouter().Use(EdgeMiddleware.ETag()).Get("/", (req, _) => EdgeResponse.File(req, new MemoryStream([1, 2, 3])));

        using var response = await router.SendAsync(Get("/", ("Range", "bytes=0-1"), ("If-None-Match", "\"v1\"")));

        response.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        response.Headers.ETag.ShouldBeNull();
    }

    [Fact]
    public async Task Not_modified_keeps_what_RFC_9110_names()
    {
        var router = new EdgeRouter().Use(EdgeMiddleware.ETag()).Get("/", (_, _) =>
        {
            var response = EdgeResponse.Text("content");
            response.Headers.Vary.Add("Accept");
            response.Headers.Date = Changed;
            response.Headers.CacheControl = new() { MaxAge = TimeSpan.FromMinutes(1) };
            response.Content.Headers.ContentLocation = new("/a.en", UriKind.Relative);
            response.Content.Headers.Expires = Changed;
            response.Content.Headers.ContentLanguage.Add("en");
            return response;
        });

        using var response = await router.SendAsync(Get("/", ("If-None-Match", "*")));

        response.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        response.Header("Content-Location").ShouldBe("/a.en");
        response.Header("Expires").ShouldNotBeEmpty();
        response.Header("Vary").ShouldBe("Accept");
        response.Header("Date").ShouldNotBeEmpty();
        response.Header("ETag").ShouldNotBeEmpty();
        response.Header("Cache-Control").ShouldBe("max-age=60");
        response.Header("Content-Type").ShouldBe("");
        response.Header("Content-Language").ShouldBe("");
    }

    [Fact]
    public async Task Head_route_that_only_tells_its_length_gets_no_tag_of_nothing()
    {
        var router = new EdgeRouter().Use(EdgeMiddleware.ETag())
            .Head("/", (_, _) => new() { Content = new ByteArrayContent([]) { Headers = { ContentLength = 7 } } })
            .Get("/", (_, _) => EdgeResponse.Text("content"));

        using var head = await router.SendAsync(Request(HttpMethod.Head, "/"));
        using var get = await router.SendAsync(Get("/"));

        head.Headers.ETag.ShouldBeNull();
        head.Content.Headers.ContentLength.ShouldBe(7);
        get.Headers.ETag.ShouldNotBeNull();
    }

    private static EdgeRouter Router() => new EdgeRouter().Use(EdgeMiddleware.ETag()).Get("/", (_, _) =>
    {
        var response = EdgeResponse.Text("content");
        response.Headers.CacheControl = new() { MaxAge = TimeSpan.FromMinutes(1) };
        response.Content.Headers.LastModified = Changed;
        return response;
    });

    private static async IAsyncEnumerable<string> EndlessStream()
    {
        await Task.Delay(Timeout.Infinite);
        yield return "never";
    }
}
