using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace NextConnect.AspNetCore.Tests;

/// <summary>The same over HTTP/2 without encryption: streams instead of chunks, resets instead of closed connections.</summary>
public sealed class Http2Tests
{
    [Theory]
    [InlineData("/dashboard")]
    [InlineData("/%64ashboard/x")]
    [InlineData("/%2564ashboard")]
    [InlineData("/dashboard%2Fsecret.txt")]
    [InlineData("/public/%252e%252e/dashboard")]
    [InlineData("//dashboard/x")]
    [InlineData("/DASHBOARD/%FF")]
    public async Task Both_routers_reach_the_same_as_over_HTTP_1(string target)
    {
        await using var servers1 = await StartAsync(HttpProtocols.Http1);
        await using var servers2 = await StartAsync(HttpProtocols.Http2);

        foreach (var kind in (string[])["node", "edge"])
        {
            var expected = GuardedTable.Read(await servers1.SendAsync($"GET {target} HTTP/1.1\r\nHost: test\r\nX-Kind: {kind}\r\n\r\n"));
            using var client = Client(servers2);
            using var request = Request(servers2, target);
            request.Headers.Add("X-Kind", kind);
            using var response = await client.SendAsync(request);
            response.Version.ShouldBe(HttpVersion.Version20);
            GuardedTable.Read(response).ShouldBe(expected);
        }

        static Task<LiveServer> StartAsync(HttpProtocols protocols)
        {
            var (node, edge) = (GuardedTable.Node().Handler(), GuardedTable.Edge().ToRequestDelegate());
            return LiveServer.StartAsync(app => app.Run(context => context.Request.Headers["X-Kind"] == "node" ? node(context) : edge(context)), protocols);
        }
    }

    [Fact]
    public async Task A_client_reads_the_first_part_before_the_content_has_made_the_second()
    {
        var go = new TaskCompletionSource();
        var router = EdgeResponses.Router((req, ctx) =>
            EdgeResponses.Bytes(new ScriptedStream(ScriptedStream.Send("first"), ScriptedStream.SendAfter(go.Task, "second"))));
        await using var server = await LiveServer.StartAsync(app => app.Run(router.ToRequestDelegate()), HttpProtocols.Http2);
        using var client = Client(server);
        using var request = Request(server, "/");
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());

        var buffer = new char[5];
        await reader.ReadBlockAsync(buffer);
        new string(buffer).ShouldBe("first");
        go.SetResult();

        (await reader.ReadToEndAsync()).ShouldBe("second");
    }

    [Fact]
    public async Task The_Edge_request_has_the_version_and_SetCookie_lines_stay_separate()
    {
        var router = EdgeResponses.Router((req, ctx) =>
        {
            var response = EdgeResponses.Text($"{req.Version} {req.RequestUri!.PathAndQuery}");
            response.Headers.TryAddWithoutValidation("Set-Cookie", ["a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT", "b=2"]);
            response.Headers.TryAddWithoutValidation("Connection", "X-One");
            response.Headers.TryAddWithoutValidation("X-One", "1");
            return response;
        });
        await using var server = await LiveServer.StartAsync(app => app.Run(router.ToRequestDelegate()), HttpProtocols.Http2);
        using var client = Client(server);
        using var request = Request(server, "/p?q=1");
        using var response = await client.SendAsync(request);

        (await response.Content.ReadAsStringAsync()).ShouldBe("2.0 /p?q=1");
        response.Headers.NonValidated["Set-Cookie"].ShouldBe(["a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT", "b=2"]);
        response.Headers.Contains("X-One").ShouldBeFalse();
    }

    [Fact]
    public async Task An_error_after_the_start_resets_the_stream_on_both_routers()
    {
        var node = new NodeRouter().Get("/node", async (req, res) =>
        {
            await res.WriteAsync("part");
            throw new InvalidOperationException("broken");
        }).Handler();
        var edge = EdgeResponses.Router((req, ctx) =>
            EdgeResponses.Bytes(new ScriptedStream(ScriptedStream.Send("part"), ScriptedStream.Throw("broken")))).ToRequestDelegate();
        await using var server = await LiveServer.StartAsync(
            app => app.Run(context => context.Request.Path == "/node" ? node(context) : edge(context)), HttpProtocols.Http2);
        using var client = Client(server);

        foreach (var path in (string[])["/node", "/edge"])
        {
            using var request = Request(server, path);
            await Should.ThrowAsync<HttpRequestException>(async () =>
            {
                using var response = await client.SendAsync(request);
                await response.Content.ReadAsStringAsync();
            });
        }
        server.Log.Errors.Select(entry => entry.Category).ShouldBe(["NextConnect", "NextConnect"]);
    }

    private static HttpClient Client(LiveServer server) => new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = server.Uri };

    private static HttpRequestMessage Request(LiveServer server, string target)
    {
        var uri = new Uri(server.Uri.GetLeftPart(UriPartial.Authority) + target);
        return new(HttpMethod.Get, uri) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
    }
}
