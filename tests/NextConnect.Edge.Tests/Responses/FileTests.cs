using System.Net;
using System.Net.Http.Headers;
using NextConnect.Edge.Tests.Support;
using static NextConnect.Edge.Tests.Support.InMemory;

namespace NextConnect.Edge.Tests.Responses;

public sealed class FileTests
{
    private static readonly DateTimeOffset Changed = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Theory]
    [InlineData("bytes=0-2", "012", "bytes 0-2/10")]
    [InlineData("bytes=7-", "789", "bytes 7-9/10")]
    [InlineData("bytes=8-99", "89", "bytes 8-9/10")]
    [InlineData("bytes=-3", "789", "bytes 7-9/10")]
    [InlineData("bytes=-99", "0123456789", "bytes 0-9/10")]
    public async Task One_range_is_served_with_206(string range, string body, string contentRange)
    {
        using var req = Get("/", ("Range", range));
        using var response = EdgeResponse.File(req, Digits());

        response.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        response.Header("Content-Range").ShouldBe(contentRange);
        var text = await response.TextAsync();
        text.ShouldBe(body);
        response.Content.Headers.ContentLength.ShouldBe(text.Length);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("bytes=0-1,4-5")]
    [InlineData("pages=1-2")]
    public async Task Whole_file_is_served_without_a_range_with_several_and_for_an_unknown_unit(string? range)
    {
        using var req = range is null ? Get("/") : Get("/", ("Range", range));
        using var response = EdgeResponse.File(req, Digits(), "text/plain", "ä.txt", Changed, new("\"v1\""));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.TextAsync()).ShouldBe("0123456789");
        response.Header("Accept-Ranges").ShouldBe("bytes");
        response.Header("ETag").ShouldBe("\"v1\"");
        response.Content.Headers.LastModified.ShouldBe(Changed);
        response.Header("Content-Disposition").ShouldBe("attachment; filename=\"_.txt\"; filename*=utf-8''%C3%A4.txt");
    }

    [Theory]
    [InlineData("bytes=10-")]
    [InlineData("bytes=-0")]
    public void Range_outside_the_file_is_answered_416(string range)
    {
        using var req = Get("/", ("Range", range));
        using var response = EdgeResponse.File(req, Digits());

        response.StatusCode.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
        response.Header("Content-Range").ShouldBe("bytes */10");
    }

    [Theory]
    [InlineData("bytes=x-y")]
    [InlineData("bytes=")]
    [InlineData("bytes=5-2")]
    public async Task Malformed_range_is_answered_400_naming_the_header(string range)
    {
        using var response = await SendAsync((req, _) => Task.FromResult(EdgeResponse.File(req, Digits())), Get("/", ("Range", range)));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.TextAsync()).ShouldContain("\"part\":\"Range header\"");
    }

    [Theory]
    [InlineData("\"v1\"", 206)]
    [InlineData("\"v2\"", 200)]
    [InlineData("W/\"v1\"", 200)]
    [InlineData("Fri, 02 Jan 2026 03:04:05 GMT", 206)]
    [InlineData("Fri, 02 Jan 2026 03:04:06 GMT", 200)]
    [InlineData("nonsense", 200)]
    public void If_Range_gets_a_part_only_of_the_same_file(string condition, int status)
    {
        using var req = Get("/", ("Range", "bytes=0-1"), ("If-Range", condition));
        using var response = EdgeResponse.File(req, Digits(), lastModified: Changed, etag: new EntityTagHeaderValue("\"v1\""));

        ((int)response.StatusCode).ShouldBe(status);
    }

    [Fact]
    public void Range_of_another_method_and_of_a_stream_that_cannot_seek_is_ignored()
    {
        using var head = Request(HttpMethod.Head, "/", ("Range", "bytes=0-1"));
        using var get = Get("/", ("Range", "bytes=0-1"));
        using var whole = EdgeResponse.File(head, Digits());
        using var stream = EdgeResponse.File(get, new UnseekableStream([1, 2, 3]));

        whole.StatusCode.ShouldBe(HttpStatusCode.OK);
        stream.StatusCode.ShouldBe(HttpStatusCode.OK);
        stream.Headers.AcceptRanges.ShouldBeEmpty();
    }

    [Fact]
    public async Task File_that_shrinks_while_it_is_sent_is_an_error_not_a_short_answer()
    {
        using var req = Get("/", ("Range", "bytes=5-9"));
        var file = Digits();
        using var response = EdgeResponse.File(req, file);
        file.SetLength(7);

        await Should.ThrowAsync<HttpRequestException>(() => response.TextAsync());
    }

    private static MemoryStream Digits()
    {
        var file = new MemoryStream();
        file.Write("0123456789"u8);
        return file;
    }
}
