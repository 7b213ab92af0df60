using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace NextConnect.Faults.Tests;

/// <summary>H37–H39: large bodies stream in bounded memory, up, down and both at once, over HTTP/1.1 and HTTP/2.</summary>
[Collection(nameof(NotInParallel))]
public sealed class VolumeTests
{
    private const long Length = 256 << 20; // tests/NextConnect.Soak sends eight times as much
    private const long Growth = 32 << 20; // buffers of both sides; a body that is kept breaks it after an eighth of its length

    private static readonly Task<string> Hash = HashAsync(new EndlessStream(Length));

    public static TheoryData<string, int> All => new() { { "node", 1 }, { "edge", 1 }, { "node", 2 }, { "edge", 2 } };

    [Theory]
    [MemberData(nameof(All))]
    public async Task An_upload_arrives_exactly_and_is_not_kept(string kind, int version)
    {
        await using var server = await StartAsync(RouterKinds.Handler(kind, (body, _) => HashAsync(body)), version);
        using var client = Client(server, version);
        using var body = new HeapWatchingStream(new EndlessStream(Length));

        using var content = new StreamContent(body);
        using var response = await client.PostAsync(new Uri("/", UriKind.Relative), content);

        response.Version.Major.ShouldBe(version);
        (await response.Content.ReadAsStringAsync()).ShouldBe(await Hash);
        body.Growth.ShouldBeLessThan(Growth);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_download_arrives_exactly_and_is_not_kept(string kind, int version)
    {
        await using var server = await StartAsync(RouterKinds.Download(kind, () => new EndlessStream(Length)), version);
        using var client = Client(server, version);

        await using var body = new HeapWatchingStream(await client.GetStreamAsync(new Uri("/", UriKind.Relative)));

        (await HashAsync(body)).ShouldBe(await Hash);
        body.Growth.ShouldBeLessThan(Growth);
    }

    [Theory]
    [InlineData("node")]
    [InlineData("edge")]
    public async Task A_body_is_echoed_while_it_is_sent(string kind)
    {
        const long EchoLength = 100 << 20;
        RequestDelegate handler = kind == "node"
            ? new NodeRouter().Post("/", (req, res) => req.Body.CopyToAsync(res.Body, req.HttpContext.RequestAborted)).Handler()
            : EdgeResponses.RouterAsync(async (req, ctx) => EdgeResponses.Bytes(await req.Content!.ReadAsStreamAsync(ctx.Aborted))).ToRequestDelegate();
        await using var server = await StartAsync(handler, version: 2);
        using var client = Client(server, version: 2);

        using var request = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new DuplexContent(EchoLength),
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).Soon();
        var echoed = await response.Content.ReadAsStreamAsync();

        (await HashAsync(echoed)).ShouldBe(await HashAsync(new EndlessStream(EchoLength)));
    }

    private static async Task<string> HashAsync(Stream stream) => Convert.ToHexString(await SHA256.HashDataAsync(stream));

    private static Task<LiveServer> StartAsync(RequestDelegate handler, int version) => LiveServer.StartAsync(
        app => app.Run(handler), version == 1 ? HttpProtocols.Http1 : HttpProtocols.Http2, limits => limits.MaxRequestBodySize = null);

    private static HttpClient Client(LiveServer server, int version) => new(new SocketsHttpHandler { UseProxy = false })
    {
        BaseAddress = server.Uri,
        DefaultRequestVersion = new(version, version == 1 ? 1 : 0),
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    /// <summary>A body that the client sends while it reads the answer, which it does not do with a <see cref="StreamContent"/>.</summary>
    private sealed class DuplexContent(long length) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => new EndlessStream(length).CopyToAsync(stream);

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }
}
