using System.Net;
using NextConnect.Edge.Tests.Support;
using static NextConnect.Edge.Tests.Support.InMemory;

namespace NextConnect.Edge.Tests.Middleware;

public sealed class LimitTests
{
    [Theory]
    [InlineData(10, true, 200)]
    [InlineData(10, false, 200)]
    [InlineData(11, true, 413)]
    [InlineData(11, false, 413)]
    public async Task Body_over_the_limit_is_answered_413_whether_or_not_its_length_is_told(int length, bool isTold, int status)
    {
        var router = new EdgeRouter()
            .Use(EdgeMiddleware.BodyLimit(10))
            .Post("/", async (req, _) => EdgeResponse.Text($"{req.Content!.Headers.ContentType} {await req.ReadTextAsync()}"));
        HttpContent content = isTold ? new ByteArrayContent(new byte[length]) : new StreamContent(new UnseekableStream(new byte[length]));
        content.Headers.ContentType = new("text/plain");

        using var response = await router.SendAsync(new(HttpMethod.Post, "http://test/") { Content = content });

        ((int)response.StatusCode).ShouldBe(status);
        (await response.TextAsync()).ShouldStartWith(status == 200 ? "text/plain \0" : "{");
    }

    [Fact]
    public async Task Request_without_a_body_passes_the_body_limit()
    {
        using var response = await new EdgeRouter().Use(EdgeMiddleware.BodyLimit(0)).Get("/", (_, _) => EdgeResponse.Empty()).SendAsync(Get("/"));

        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Handler_that_takes_too_long_is_answered_504()
    {
        var router = new EdgeRouter()
            .Use(EdgeMiddleware.Timeout(TimeSpan.FromMilliseconds(1)))
            .Get("/", async (_, ctx) =>
            {
                await Task.Delay(Timeout.Infinite, ctx.Aborted);
                return EdgeResponse.Empty();
            });
        var ctx = new EdgeContext();

        using var response = await router.SendAsync(Get("/"), ctx: ctx);

        response.StatusCode.ShouldBe(HttpStatusCode.GatewayTimeout);
        ctx.Aborted.ShouldBe(CancellationToken.None);
    }

    [Fact]
    public async Task Client_that_leaves_is_no_timeout()
    {
        using var client = new CancellationTokenSource();
        var router = new EdgeRouter()
            .Use(EdgeMiddleware.Timeout(TimeSpan.FromHours(1)))
            .Get("/", async (_, ctx) =>
            {
                await client.CancelAsync();
                await Task.Delay(Timeout.Infinite, ctx.Aborted);
                return EdgeResponse.Empty();
            });

        await Should.ThrowAsync<OperationCanceledException>(() => router.SendAsync(Get("/"), ctx: new(null, client.Token)));
    }

    [Fact]
    public async Task Handler_in_time_keeps_its_answer_and_its_own_cancellations()
    {
        var router = new EdgeRouter().Use(EdgeMiddleware.Timeout(TimeSpan.FromHours(1)))
            .Get("/", (_, _) => EdgeResponse.Text("in time"))
            .Get("/own", (_, _) => throw new OperationCanceledException("own"));

        using var response = await router.SendAsync(Get("/"));
        using var own = await router.SendAsync(Get("/own"), new() { OnError = (error, _, _) => Task.FromResult(EdgeResponse.Text(error.Message)) });

        (await response.TextAsync()).ShouldBe("in time");
        (await own.TextAsync()).ShouldBe("own");
    }
}
