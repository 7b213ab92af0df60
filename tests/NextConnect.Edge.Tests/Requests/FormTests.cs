using System.Net;
using System.Text;
using NextConnect.Edge.Tests.Support;
using static NextConnect.Edge.Tests.Support.InMemory;

namespace NextConnect.Edge.Tests.Requests;

public sealed class FormTests
{
    private const string UrlEncoded = "application/x-www-form-urlencoded";

    [Fact]
    public async Task Urlencoded_form_gives_its_fields_in_order()
    {
        using var req = Post("name=Ada+L%C3%B6&tag=a&tag=b&empty=", UrlEncoded);

        await using var form = await req.ReadFormAsync();

        form.Fields["name"].ShouldBe("Ada Lö");
        form.Fields.All("tag").ShouldBe(["a", "b"]);
        form.Fields["empty"].ShouldBe("");
        form.Fields["other"].ShouldBeNull();
        form.Files.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(10)]
    [InlineData(200_000)] // above what is kept in memory
    public async Task Multipart_form_gives_fields_and_files(int length)
    {
        byte[] bytes = [.. Enumerable.Range(0, length).Select(i => (byte)(i * 31 >> 3))];
        using var req = Multipart(new()
        {
            { new StringContent("Löwe"), "title" },
            { new ByteArrayContent(bytes) { Headers = { ContentType = new("image/png") } }, "photo", "löwe.png" },
        });

        await using var form = await req.ReadFormAsync();

        form.Fields["title"].ShouldBe("Löwe");
        var file = form.Files.ShouldHaveSingleItem();
        file.Name.ShouldBe("photo");
        file.FileName.ShouldBe("löwe.png");
        file.ContentType.ShouldBe("image/png");
        file.Length.ShouldBe(length);
        using var content = new MemoryStream();
        await file.Content.CopyToAsync(content);
        content.ToArray().ShouldBe(bytes);
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_again_is_an_error_and_not_an_empty_form()
    {
        using var content = new StreamContent(new UnseekableStream(Encoding.UTF8.GetBytes("name=Ada")));
        content.Headers.ContentType = new(UrlEncoded);
        using var req = new HttpRequestMessage(HttpMethod.Post, "http://test/") { Content = content };

        await using var form = await req.ReadFormAsync();

        form.Fields["name"].ShouldBe("Ada");
        (await Should.ThrowAsync<InvalidOperationException>(() => req.ReadFormAsync())).Message.ShouldContain("already been read");
    }

    [Fact]
    public async Task A_buffered_body_is_read_as_bytes_and_as_a_form_any_number_of_times()
    {
        using var content = new StreamContent(new UnseekableStream(Encoding.UTF8.GetBytes("name=Ada")));
        content.Headers.ContentType = new(UrlEncoded);
        using var req = new HttpRequestMessage(HttpMethod.Post, "http://test/") { Content = content };

        (await req.ReadTextAsync()).ShouldBe("name=Ada");
        for (var i = 0; i < 2; i++)
        {
            await using var form = await req.ReadFormAsync();
            form.Fields["name"].ShouldBe("Ada");
            (await req.ReadTextAsync()).ShouldBe("name=Ada");
        }
    }

    [Fact]
    public async Task Files_are_closed_with_the_form()
    {
        using var req = Multipart(new() { { new ByteArrayContent(new byte[200_000]), "file", "a" } });
        var form = await req.ReadFormAsync();

        await form.DisposeAsync();

        Should.Throw<ObjectDisposedException>(() => form.Files[0].Content.ReadByte());
    }

    [Theory]
    [InlineData("x", "text/plain", 415, "Content-Type header")]
    [InlineData("x", "multipart/form-data", 400, "Content-Type header")]
    [InlineData("x", "multipart/form-data; boundary=\"\"", 400, "Content-Type header")]
    [InlineData("x", "multipart/form-data; boundary=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 400, "Content-Type header")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=a\r\n\r\ncut", "multipart/form-data; boundary=b", 400, "form")]
    [InlineData("--b\r\nno colon\r\n\r\nx\r\n--b--", "multipart/form-data; boundary=b", 400, "form")]
    [InlineData("--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--", "multipart/form-data; boundary=b", 400, "form")]
    [InlineData("--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--", "multipart/form-data; boundary=b", 400, "form")]
    [InlineData("--b\r\nContent-Disposition: form-data; filename=a\r\n\r\nx\r\n--b--", "multipart/form-data; boundary=b", 400, "form")]
    [InlineData("a=1&b=2&c=3&d=4", UrlEncoded, 413, "form")]
    [InlineData("a=123456789012345678901", UrlEncoded, 413, "form")]
    [InlineData("a=1234567890123456789&b=1234567890123456789&c=1234567890123456789&c=12345678901234567890", UrlEncoded, 413, "form")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=a\r\n\r\n123456789012345678901\r\n--b--", "multipart/form-data; boundary=b", 413, "form")]
    public async Task Bad_form_is_answered_with_a_problem_that_names_the_part(string body, string type, int status, string part)
    {
        using var response = await SendAsync(
            async (req, _) =>
            {
                await using var form = await req.ReadFormAsync(new() { MaxFields = 3, MaxFieldLength = 20 });
                return EdgeResponse.Empty();
            },
            Post(body, type));

        ((int)response.StatusCode).ShouldBe(status);
        (await response.TextAsync()).ShouldContain($"\"part\":\"{part}\"");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Form_over_the_length_limit_is_answered_413_whether_or_not_its_length_is_told(bool isTold)
    {
        var body = Encoding.UTF8.GetBytes("a=" + new string('x', 500));
        HttpContent content = isTold ? new ByteArrayContent(body) : new StreamContent(new UnseekableStream(body));
        content.Headers.ContentType = new(UrlEncoded);

        using var response = await SendAsync(
            async (req, _) =>
            {
                await using var form = await req.ReadFormAsync(new() { MaxLength = 100 });
                return EdgeResponse.Empty();
            },
            new(HttpMethod.Post, "http://test/") { Content = content });

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await response.TextAsync()).ShouldContain("\"part\":\"body\"");
    }

    [Fact]
    public async Task Too_many_files_are_answered_413()
    {
        using var req = Multipart(new() { { new StringContent("1"), "a", "a" }, { new StringContent("2"), "b", "b" } });

        var error = await Should.ThrowAsync<EdgeRequestException>(() => req.ReadFormAsync(new() { MaxFields = 1 }));

        error.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Errors_of_the_transport_are_not_taken_for_a_bad_form()
    {
        using var content = new StreamContent(new FailingStream());
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        using var req = new HttpRequestMessage(HttpMethod.Post, "http://test/") { Content = content };

        await Should.ThrowAsync<EndOfStreamException>(() => req.ReadFormAsync());
    }

    private static HttpRequestMessage Multipart(MultipartFormDataContent content) => new(HttpMethod.Post, "http://test/") { Content = content };
}
