using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace NextConnect.AspNetCore.Tests;

public sealed class EdgeHostTrailerTests
{
    private static readonly string[] Several = ["1", "2"];

    [Fact]
    public async Task Trailers_that_come_with_the_content_follow_it_on_HTTP2()
    {
        await using var server = await StartAsync(HttpProtocols.Http2);
        using var client = LiveClient.Of(server, HttpProtocols.Http2);

        using var response = await client.GetAsync(new Uri("/", UriKind.Relative)).Soon();

        (await response.Content.ReadAsStringAsync()).ShouldBe("body");
        response.TrailingHeaders.GetValues("grpc-status").ShouldBe(["0"]);
        response.TrailingHeaders.GetValues("x-several").ShouldBe(Several);
        response.TrailingHeaders.NonValidated.Contains("x-early").ShouldBeTrue();
        server.Log.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task HTTP1_sends_the_response_without_them()
    {
        await using var server = await StartAsync(HttpProtocols.Http1);
        using var client = LiveClient.Of(server, HttpProtocols.Http1);

        using var response = await client.GetAsync(new Uri("/", UriKind.Relative)).Soon();

        (await response.Content.ReadAsStringAsync()).ShouldBe("body");
        response.TrailingHeaders.ShouldBeEmpty();
        server.Log.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_router_in_memory_sends_what_that_server_sends()
    {
        using var client = new HttpClient(Router().ToHttpMessageHandler());
        using var oldRequest = new HttpRequestMessage(HttpMethod.Get, "http://in.memory/");
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://in.memory/") { Version = HttpVersion.Version20 };

        using var old = await client.SendAsync(oldRequest);
        using var response = await client.SendAsync(request);

        old.TrailingHeaders.ShouldBeEmpty();
        response.TrailingHeaders.GetValues("grpc-status").ShouldBe(["0"]);
        response.TrailingHeaders.GetValues("x-several").ShouldBe(Several);
    }

    private static EdgeRouter Router() => EdgeResponses.Router((req, ctx) =>
    {
        req.ResponseCookies.Set("seen", "1"); // the response that is sent is then a copy, which the content does not know
        var response = new HttpResponseMessage();
        response.TrailingHeaders.TryAddWithoutValidation("x-early", "");
        response.Content = new StreamContent(new ScriptedStream(
            ScriptedStream.Send("body"),
            () =>
            {
                response.TrailingHeaders.Add("grpc-status", "0");
                response.TrailingHeaders.Add("x-several", Several);
                return Task.FromResult("");
            }));
        return response;
    });

    private static Task<LiveServer> StartAsync(HttpProtocols protocols) => LiveServer.StartAsync(app => app.Run(Router().ToRequestDelegate()), protocols);
}
