using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace NextConnect.AspNetCore.Tests;

/// <summary>An upload that ends too early fails a read of the body before or after the server has fired its token; many of them see both.</summary>
public sealed class BrokenUploadTests
{
    private const int Uploads = 100;

    private readonly ConcurrentQueue<Exception> _told = [];

    [Theory]
    [InlineData("node", true)]
    [InlineData("node", false)]
    [InlineData("middleware", true)]
    [InlineData("middleware", false)]
    [InlineData("edge", true)]
    [InlineData("edge", false)]
    [InlineData("returned", true)]
    [InlineData("returned", false)]
    public async Task A_client_that_disconnects_during_its_upload_is_no_error(string kind, bool isReset)
    {
        using var started = new SemaphoreSlim(0);
        await using var server = await StartAsync(kind, HttpProtocols.Http1, started);

        for (var i = 0; i < Uploads; i++)
        {
            using var client = new TcpClient();
            await client.ConnectAsync(server.Uri.Host, server.Uri.Port);
            await client.Client.SendAsync(Encoding.ASCII.GetBytes("POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 100\r\n\r\npart"));
            await started.WaitAsync().Soon();
            if (isReset)
                client.Client.LingerState = new(enable: true, seconds: 0);
        }

        await ShouldNoticeNothingAsync(server);
    }

    [Theory]
    [InlineData("node")]
    [InlineData("middleware")]
    [InlineData("edge")]
    [InlineData("returned")]
    public async Task A_stream_that_the_client_resets_during_its_upload_is_no_error(string kind)
    {
        using var started = new SemaphoreSlim(0);
        await using var server = await StartAsync(kind, HttpProtocols.Http2, started);
        using var client = LiveClient.Of(server, HttpProtocols.Http2);

        await Task.WhenAll(Enumerable.Range(0, Uploads).Select(async _ =>
        {
            using var cancellation = new CancellationTokenSource();
            using var body = new WaitingContent(cancellation.Token);
            var answer = client.PostAsync(new Uri("/", UriKind.Relative), body, cancellation.Token);
            await started.WaitAsync().Soon();
            await cancellation.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(answer.Soon());
        }));

        await ShouldNoticeNothingAsync(server);
    }

    private Task<LiveServer> StartAsync(string kind, HttpProtocols protocols, SemaphoreSlim started)
    {
        var node = new NodeRouter().Post("/", (req, res) => req.Body.CopyToAsync(Stream.Null, CancellationToken.None));
        var nodeOptions = new NodeHandlerOptions
        {
            OnError = (error, req, res) =>
            {
                _told.Enqueue(error);
                return Task.CompletedTask;
            },
        };
        var edge = kind == "returned"
            ? EdgeResponses.Router((req, ctx) => new() { Content = req.Content })
            : EdgeResponses.RouterAsync(async (req, ctx) => EdgeResponses.Text(await req.Content!.ReadAsStringAsync(CancellationToken.None)));
        var edgeOptions = new EdgeHandlerOptions
        {
            OnError = (error, req, ctx) =>
            {
                _told.Enqueue(error);
                return Task.FromResult(EdgeResponses.Text("told"));
            },
        };
        return LiveServer.StartAsync(
            app =>
            {
                app.Use(next => context =>
                {
                    started.Release();
                    return next(context);
                });
                switch (kind)
                {
                    case "node":
                        app.Run(node.Handler(nodeOptions));
                        break;
                    case "middleware":
                        app.UseNextConnect(node, nodeOptions);
                        break;
                    default:
                        app.Run(edge.ToRequestDelegate(edgeOptions));
                        break;
                }
            },
            protocols);
    }

    private async Task ShouldNoticeNothingAsync(LiveServer server)
    {
        await server.DisposeAsync();
        _told.Select(error => error.Message).ShouldBeEmpty();
        server.Log.Errors.ShouldBeEmpty();
        server.Log.Entries.Where(entry => entry.Category == "NextConnect").ShouldBeEmpty();
    }

    /// <summary>A body that sends its first part and waits for the rest.</summary>
    private sealed class WaitingContent(CancellationToken token) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            await stream.WriteAsync("part"u8.ToArray(), token);
            await stream.FlushAsync(token);
            await Task.Delay(Timeout.Infinite, token);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
