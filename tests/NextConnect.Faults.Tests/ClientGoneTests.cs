using System.Net.Sockets;
using System.Text;

namespace NextConnect.Faults.Tests;

/// <summary>H2, H5, H6: the client leaves, or half of it does.</summary>
public sealed class ClientGoneTests
{
    public static TheoryData<string> Both => RouterKinds.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_half_closed_connection_counts_as_gone(string kind)
    {
        var aborted = new TaskCompletionSource();
        await using var server = await LiveServer.StartAsync(RouterKinds.Handler(kind, async (_, token) =>
        {
            try
            {
                await Task.Delay(Timeout.Infinite, token);
            }
            finally
            {
                aborted.SetResult();
            }
            return "never";
        }));
        using var client = new TcpClient();
        await client.ConnectAsync(server.Uri.Host, server.Uri.Port);

        await client.Client.SendAsync(Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: test\r\n\r\n"));
        client.Client.Shutdown(SocketShutdown.Send);

        await aborted.Task.Soon();
        await server.DisposeAsync();
        server.Log.Errors.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_client_that_leaves_during_its_upload_ends_the_handler_and_is_no_error(string kind)
    {
        var (started, ended) = (new TaskCompletionSource(), new TaskCompletionSource<Exception?>());
        await using var server = await LiveServer.StartAsync(RouterKinds.Handler(kind, async (body, _) =>
        {
            started.SetResult();
            var text = RouterKinds.TextOf(body, CancellationToken.None);
            await ((Task)text).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ended.SetResult(text.Exception?.InnerException);
            return await text;
        }));
        using var client = await server.ConnectAsync();

        await client.SendAsync("POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 100\r\n\r\npart");
        await started.Task.Soon();
        client.Reset();

        (await ended.Task.Soon()).ShouldBeAssignableTo<IOException>();
        await server.DisposeAsync();
        server.Log.Errors.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_client_that_leaves_during_a_large_download_stops_it(string kind)
    {
        const long Length = 1L << 40;
        var body = new EndlessStream(Length);
        await using var server = await LiveServer.StartAsync(RouterKinds.Download(kind, () => body));
        using var client = await server.ConnectAsync();

        await client.SendAsync("GET / HTTP/1.1\r\nHost: test\r\n\r\n");
        await client.ReadHeadAsync();
        client.Reset();

        await body.Disposed.Soon();
        body.Taken.ShouldBeLessThan(Length);
        await server.DisposeAsync();
        server.Log.Errors.ShouldBeEmpty();
    }
}
