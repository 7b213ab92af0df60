using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace NextConnect.AspNetCore.Tests;

/// <summary>A body that the server refuses while a handler passes it on.</summary>
public sealed class ForwardedBodyTests
{
    [Theory]
    [InlineData("/read", HttpProtocols.Http1)]
    [InlineData("/returned", HttpProtocols.Http1)]
    [InlineData("/sent", HttpProtocols.Http1)]
    [InlineData("/read", HttpProtocols.Http2)]
    [InlineData("/returned", HttpProtocols.Http2)]
    [InlineData("/sent", HttpProtocols.Http2)]
    public async Task A_body_over_the_limit_is_answered_413_and_is_no_error_of_the_server(string target, HttpProtocols protocols)
    {
        await using var upstream = await LiveServer.StartAsync(EdgeResponses.Router((req, _) => new() { Content = req.Content }));
        using var other = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var router = new EdgeRouter()
            .Post("/read", async (req, ctx) => EdgeResponses.Text(await req.Content!.ReadAsStringAsync(ctx.Aborted)))
            .Post("/returned", (req, _) => new HttpResponseMessage { Content = req.Content })
            .Post("/sent", (req, ctx) => other.PostAsync(upstream.Uri, req.Content, ctx.Aborted));
        await using var server = await LiveServer.StartAsync(
            app => app.Run(router.ToRequestDelegate()), protocols, limit: limits => limits.MaxRequestBodySize = 1_000);
        using var client = LiveClient.Of(server, protocols);
        using var body = new ByteArrayContent(new byte[5_000]);

        using var response = await client.PostAsync(new Uri(target, UriKind.Relative), body).Soon();

        ((int)response.StatusCode).ShouldBe(413);
        server.Log.Errors.ShouldBeEmpty();
    }
}
