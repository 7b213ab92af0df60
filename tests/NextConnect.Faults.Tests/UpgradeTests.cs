using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;

namespace NextConnect.Faults.Tests;

/// <summary>H34, H35: requests that ask for another protocol.</summary>
public sealed class UpgradeTests
{
    private const string Upgrade =
        "GET / HTTP/1.1\r\nHost: test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n" +
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

    [Fact]
    public async Task A_socket_behind_a_guard_echoes_a_thousand_messages()
    {
        await using var server = await StartAsync(new TaskCompletionSource());
        using var socket = await ConnectAsync(server);

        var buffer = new byte[100];
        for (var i = 0; i < 1_000; i++)
        {
            await socket.SendAsync(Encoding.ASCII.GetBytes($"message {i}"), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None).Soon();
            var received = await socket.ReceiveAsync(buffer, CancellationToken.None).Soon();
            Encoding.ASCII.GetString(buffer, 0, received.Count).ShouldBe($"message {i}");
        }
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None).Soon();
        server.Log.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_socket_that_breaks_in_the_middle_of_a_message_ends_its_handler()
    {
        var ended = new TaskCompletionSource();
        await using var server = await StartAsync(ended);
        using (var socket = await ConnectAsync(server))
        {
            await socket.SendAsync("part"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: false, CancellationToken.None).Soon();
            socket.Abort();
        }

        await ended.Task.Soon();
    }

    [Theory]
    [InlineData("handler")]
    [InlineData("middleware")]
    [InlineData("endpoint")]
    public async Task A_client_that_goes_without_closing_its_socket_is_no_error(string kind)
    {
        var (ended, told) = (new TaskCompletionSource(), new List<Exception>());
        var router = Echo(ended);
        var options = new NodeHandlerOptions
        {
            OnError = (error, _, _) =>
            {
                told.Add(error);
                return Task.CompletedTask;
            },
        };
        foreach (var isObserved in (bool[])[false, true])
        {
            await using var server = await LiveServer.StartAsync(app =>
            {
                app.UseWebSockets();
                if (kind == "handler")
                    app.Run(router.Handler(isObserved ? options : null));
                else if (kind == "middleware")
                    app.UseNextConnect(router, isObserved ? options : null);
                else
                    app.MapNextConnect("/", router, isObserved ? options : null);
            });
            for (var i = 0; i < 10; i++)
            {
                using var socket = await ConnectAsync(server);
                await socket.SendAsync("hello"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None).Soon();
                await socket.ReceiveAsync(new byte[100], CancellationToken.None).Soon();
                socket.Abort();
            }
            await server.DisposeAsync();
            told.ShouldBeEmpty();
            server.Log.Errors.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_socket_that_another_server_breaks_is_an_error()
    {
        await using var server = await LiveServer.StartAsync(new NodeRouter()
            .Get("/", (_, _) => throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely)));

        (await server.GetAsync("/")).Status.ShouldBe(500);
        server.Log.Errors.Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_guard_that_refuses_leaves_no_socket()
    {
        await using var server = await LiveServer.StartAsync(app =>
        {
            app.UseWebSockets();
            app.Run(new NodeRouter()
                .Use((_, res, _) =>
                {
                    res.StatusCode = 403;
                    return Task.CompletedTask;
                })
                .Get("/", async (req, _) =>
                {
                    using var socket = await req.HttpContext.WebSockets.AcceptWebSocketAsync();
                })
                .Handler());
        });

        (await server.SendAsync(Upgrade)).Status.ShouldBe(403);
    }

    [Fact]
    public async Task An_Edge_router_answers_plainly_and_does_not_see_the_headers_of_the_connection()
    {
        await using var server = await LiveServer.StartAsync(EdgeResponses.Router(
            (req, _) => EdgeResponses.Text($"{req.Headers.Contains("Upgrade")} {req.Headers.Contains("Connection")}")));

        var answer = await server.SendAsync(Upgrade);

        (answer.Status, answer.Body).ShouldBe((200, "False False"));
        answer["Upgrade"].ShouldBeEmpty();
    }

    private static Task<LiveServer> StartAsync(TaskCompletionSource ended) => LiveServer.StartAsync(app =>
    {
        app.UseWebSockets();
        app.Run(Echo(ended).Handler());
    });

    private static NodeRouter Echo(TaskCompletionSource ended) => new NodeRouter().Use((_, _, next) => next()).Get("/", async (req, _) =>
    {
        try
        {
            using var socket = await req.HttpContext.WebSockets.AcceptWebSocketAsync();
            await EchoAsync(socket);
        }
        finally
        {
            ended.TrySetResult();
        }
    });

    private static async Task EchoAsync(WebSocket socket)
    {
        var buffer = new byte[100];
        while (await socket.ReceiveAsync(buffer, CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } received)
            await socket.SendAsync(buffer.AsMemory(0, received.Count), received.MessageType, received.EndOfMessage, CancellationToken.None);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
    }

    private static async Task<ClientWebSocket> ConnectAsync(LiveServer server)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(server.Uri) { Scheme = "ws" }.Uri, CancellationToken.None).Soon();
        return socket;
    }
}
