using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace NextConnect.Faults.Tests;

/// <summary>H15, H23: the server stops while a request runs.</summary>
public sealed class ShutdownTests
{
    [Theory]
    [MemberData(nameof(RouterKinds.Both), MemberType = typeof(RouterKinds))]
    public async Task A_handler_that_never_ends_is_told_and_does_not_keep_the_server(string kind)
    {
        var (started, told) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = await StartAsync(RouterKinds.Handler(kind, async (_, aborted) =>
        {
            started.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, aborted);
            }
            finally
            {
                told.SetResult();
            }
            return "never";
        }));
        using var client = await server.ConnectAsync();
        await client.SendAsync("GET / HTTP/1.1\r\nHost: test\r\n\r\n");
        await started.Task.Soon();

        await server.DisposeAsync().AsTask().Soon();

        await told.Task.Soon();
        server.Log.Errors.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(RouterKinds.Both), MemberType = typeof(RouterKinds))]
    public async Task A_body_that_hangs_ends_with_the_server(string kind)
    {
        var body = new ScriptedStream(ScriptedStream.Send("first"), ScriptedStream.SendAfter(new TaskCompletionSource().Task, "never"));
        await using var server = await StartAsync(RouterKinds.Download(kind, () => body));
        using var client = await server.ConnectAsync();
        await client.SendAsync("GET / HTTP/1.1\r\nHost: test\r\n\r\n");
        await client.ReadHeadAsync();
        (await client.ReadChunkAsync()).ShouldBe("first");

        await server.DisposeAsync().AsTask().Soon();

        await body.Disposed.Soon();
        (await client.ReadChunkAsync()).ShouldBeNull();
        server.Log.Errors.ShouldBeEmpty();
    }

    private static Task<LiveServer> StartAsync(RequestDelegate handler) =>
        LiveServer.StartAsync(app => app.Run(handler), shutdownTimeout: TimeSpan.FromSeconds(1));
}
