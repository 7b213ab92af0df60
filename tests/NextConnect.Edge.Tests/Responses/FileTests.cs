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
    [InlineData("bytes=0-99999999999999999999", "0123456789", "bytes 0-9/10")]
    [InlineData("bytes=00000000000000000000007-99999999999999999999999999999999999", "789", "bytes 7-9/10")]
    [InlineData("bytes=-99999999999999999999", "0123456789", "bytes 0-9/10")]
    [InlineData("BYTES= 1 - 2 ,", "12", "bytes 1-2/10")]
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
    [InlineData("bytes=0-1,99999999999999999999-")]
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
    [InlineData("bytes=9223372036854775807-")]
    [InlineData("bytes=99999999999999999999-")]
    [InlineData("bytes=99999999999999999998-99999999999999999999")]
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
    [InlineData("bytes=1-2,x")]
    [InlineData("bytes=-")]
    [InlineData("bytes=+1-2")]
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
    public void Malformed_range_of_another_file_is_ignored()
    {
        using var req = Get("/", ("Range", "bytes=x"), ("If-Range", "\"v2\""));
        using var response = EdgeResponse.File(req, Digits(), etag: new("\"v1\""));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public void Last_bytes_of_an_empty_file_are_the_whole_file()
    {
        using var req = Get("/", ("Range", "bytes=-5"));
        using var response = EdgeResponse.File(req, new MemoryStream());

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentLength.ShouldBe(0);
    }

    [Theory]
    [InlineData("GET", "If-None-Match", "\"v1\"", 304)]
    [InlineData("HEAD", "If-None-Match", "W/\"v1\"", 304)]
    [InlineData("GET", "If-None-Match", "*", 304)]
    [InlineData("GET", "If-None-Match", "\"v2\"", 206)]
    [InlineData("GET", "If-Modified-Since", "Fri, 02 Jan 2026 03:04:05 GMT", 304)]
    [InlineData("GET", "If-Modified-Since", "Fri, 02 Jan 2026 03:04:04 GMT", 206)]
    [InlineData("GET", "If-Match", "\"v1\"", 206)]
    [InlineData("GET", "If-Match", "*", 206)]
    [InlineData("GET", "If-Match", "\"v2\"", 412)]
    [InlineData("GET", "If-Match", "W/\"v1\"", 412)]
    [InlineData("GET", "If-Unmodified-Since", "Fri, 02 Jan 2026 03:04:05 GMT", 206)]
    [InlineData("GET", "If-Unmodified-Since", "Fri, 02 Jan 2026 03:04:04 GMT", 412)]
    [InlineData("POST", "If-None-Match", "\"v1\"", 200)]
    public void Conditions_come_before_the_range(string method, string name, string value, int status)
    {
        using var req = Request(new(method), "/", ("Range", "bytes=0-1"), (name, value));
        using var response = EdgeResponse.File(req, Digits(), lastModified: Changed, etag: new("\"v1\""));

        ((int)response.StatusCode).ShouldBe(status);
        response.Header("ETag").ShouldBe("\"v1\"");
        response.Content.Headers.Contains("Content-Range").ShouldBe(status == 206);
    }

    [Fact]
    public void Conditions_on_a_tag_or_a_date_that_is_not_known_are_ignored()
    {
        using var req = Get("/", ("If-Match", "\"v1\""), ("If-Unmodified-Since", "Fri, 02 Jan 2026 03:04:05 GMT"));
        using var response = EdgeResponse.File(req, Digits());

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public void Date_does_not_count_beside_IfMatch()
    {
        using var req = Get("/", ("If-Match", "*"), ("If-Unmodified-Since", "Fri, 02 Jan 2026 03:04:04 GMT"));
        using var response = EdgeResponse.File(req, Digits(), lastModified: Changed);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
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
