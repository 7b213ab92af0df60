using System.Net;

namespace NextConnect.Conformance.Hosts;

/// <summary>Request bodies: absent ones, and those that a handler passes on unread.</summary>
public abstract class HostUploadSuite(IHostHarness harness) : HostSuite(harness)
{
    [Theory]
    [InlineData("POST", "0")]
    [InlineData("PUT", "0")]
    [InlineData("PATCH", "0")]
    [InlineData("PURGE", "0")]
    [InlineData("GET", "none")]
    [InlineData("DELETE", "none")]
    [InlineData("OPTIONS", "none")]
    public async Task A_request_without_body_has_empty_content_when_its_method_expects_one(string method, string seen)
    {
        await using var host = await StartAsync((req, ctx) => Text(req.Content is { } content ? $"{content.Headers.NonValidated["Content-Length"]}" : "none"));

        using var response = await host.SendAsync(new(method), "/");

        (await response.Content.ReadAsStringAsync()).ShouldBe(seen);
    }

    [Theory]
    [InlineData("/returned")]
    [InlineData("/sent")]
    public async Task A_forwarded_body_over_the_limit_is_answered_413(string target)
    {
        using var echo = new HttpClient(new EdgeRouter().All((req, ctx) => new HttpResponseMessage { Content = req.Content }).ToHttpMessageHandler());
        await using var host = await StartAsync(new EdgeRouter()
            .Use(EdgeMiddleware.BodyLimit(4))
            .Post("/returned", (req, ctx) => new HttpResponseMessage { Content = req.Content })
            .Post("/sent", (req, ctx) => echo.PostAsync(new Uri("http://other/"), req.Content, ctx.Aborted)));
        using var body = PushContent.Of((Task.CompletedTask, "five!"));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Client.BaseAddress!, target)) { Content = body };

        using var response = await host.Client.SendAsync(request).Soon();

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task A_body_is_opened_without_awaiting()
    {
        await using var host = await StartAsync((req, ctx) =>
        {
            using var reader = new StreamReader(req.Content!.ReadAsStream(CancellationToken.None));
            return Text(reader.ReadLineAsync().GetAwaiter().GetResult()!); // Kestrel's stream itself refuses synchronous reads
        });
        using var body = new StringContent("line");

        using var response = await host.Client.PostAsync(host.Client.BaseAddress, body).Soon();

        (await response.Content.ReadAsStringAsync()).ShouldBe("line");
    }
}
