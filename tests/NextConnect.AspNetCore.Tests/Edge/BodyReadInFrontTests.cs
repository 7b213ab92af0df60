using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace NextConnect.AspNetCore.Tests;

/// <summary>Middleware in front of an EdgeRouter that has read the body, in whole or in part.</summary>
public sealed class BodyReadInFrontTests
{
    public static TheoryData<string, bool> Bodies => new()
    {
        { "form", false },
        { "form", true },
        { "text", false },
        { "text", true },
        { "bytes", false },
        { "bytes", true },
        { "json", false },
        { "json", true },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_is_gone_is_an_error_that_tells_what_to_do(string kind, bool isChunked)
    {
        await using var server = await StartAsync(async req => await new StreamReader(req.Body).ReadToEndAsync());

        (await server.SendAsync(Request(kind, isChunked))).Status.ShouldBe(500);

        server.Log.Errors.ShouldHaveSingleItem().Error!.Message.ShouldContain("EnableBuffering");
    }

    [Fact]
    public async Task A_body_of_which_a_part_is_gone_is_an_error_too()
    {
        await using var server = await StartAsync(async req => await req.Body.ReadExactlyAsync(new byte[2]));

        (await server.SendAsync(Request("form", isChunked: false))).Status.ShouldBe(500);

        server.Log.Errors.ShouldHaveSingleItem().Error!.Message.ShouldContain("EnableBuffering");
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_buffered_body_is_read_from_its_beginning(string kind, bool isChunked)
    {
        await using var server = await StartAsync(async req =>
        {
            req.EnableBuffering();
            await new StreamReader(req.Body).ReadToEndAsync();
        });

        (await server.SendAsync(Request(kind, isChunked))).Body.ShouldBe(kind == "json" ? "[1]" : kind == "form" ? "1" : "a=1");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_form_that_is_read_as_a_form_is_there(bool isChunked)
    {
        await using var server = await StartAsync(req => req.ReadFormAsync());

        (await server.SendAsync(Request("form", isChunked))).Body.ShouldBe("1");
        (await server.SendAsync(Request("text", isChunked))).Status.ShouldBe(500); // but not its text
    }

    [Fact]
    public async Task An_empty_body_that_nothing_has_read_is_an_empty_body()
    {
        await using var server = await StartAsync(_ => Task.CompletedTask);

        (await server.SendAsync(Head("text", "text/plain") + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")).Status.ShouldBe(200);
        (await server.SendAsync(Head("text", "text/plain") + "Content-Length: 0\r\n\r\n")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_body_that_is_decompressed_in_front_is_read_as_ever()
    {
        await using var server = await LiveServer.StartAsync(
            app =>
            {
                app.UseRequestDecompression();
                app.UseNextConnect(Router());
            },
            add: services => services.AddRequestDecompression());
        using var client = new HttpClient { BaseAddress = server.Uri };
        using var zipped = new MemoryStream();
        using (var zip = new System.IO.Compression.GZipStream(zipped, System.IO.Compression.CompressionMode.Compress))
            zip.Write("a=1"u8);
        using var body = new ByteArrayContent(zipped.ToArray()) { Headers = { ContentEncoding = { "gzip" } } };

        using var response = await client.PostAsync(new Uri("/text", UriKind.Relative), body);

        (await response.Content.ReadAsStringAsync()).ShouldBe("a=1");
    }

    private static string Head(string kind, string type) => $"POST /{kind} HTTP/1.1\r\nHost: test\r\nContent-Type: {type}\r\n";

    private static string Request(string kind, bool isChunked)
    {
        var type = kind == "json" ? "application/json" : "application/x-www-form-urlencoded";
        var body = kind == "json" ? "[1]" : "a=1";
        return Head(kind, type)
            + (isChunked ? $"Transfer-Encoding: chunked\r\n\r\n3\r\n{body}\r\n0\r\n\r\n" : $"Content-Length: 3\r\n\r\n{body}");
    }

    private static EdgeRouter Router() => new EdgeRouter()
        .Post("/form", async (req, ctx) =>
        {
            await using var form = await req.ReadFormAsync();
            return EdgeResponses.Text(form.Fields["a"] ?? "none");
        })
        .Post("/text", async (req, ctx) => EdgeResponses.Text(await req.ReadTextAsync()))
        .Post("/bytes", async (req, ctx) => EdgeResponse.Bytes(await req.ReadBytesAsync()))
        .Post("/json", async (req, ctx) => EdgeResponse.Json(await req.ReadJsonAsync<int[]>()));

    private static Task<LiveServer> StartAsync(Func<HttpRequest, Task> read) => LiveServer.StartAsync(app =>
    {
        app.Use(async (context, next) =>
        {
            await read(context.Request);
            await next(context);
        });
        app.UseNextConnect(Router());
    });
}
