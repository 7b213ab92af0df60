using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace NextConnect.Faults.Tests;

/// <summary>H7–H9: clients that read, write or ask too slowly.</summary>
public sealed class SlowClientTests
{
    public static TheoryData<string> Both => RouterKinds.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_client_that_does_not_read_stops_the_body_instead_of_filling_memory(string kind)
    {
        const long Length = 1L << 30;
        var body = new EndlessStream(Length);
        await using var server = await LiveServer.StartAsync(RouterKinds.Download(kind, () => body));
        using var client = await server.ConnectAsync();

        await client.SendAsync("GET / HTTP/1.1\r\nHost: test\r\n\r\n");
        await client.ReadHeadAsync();
        using (var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(300)))
        {
            for (var before = -1L; before != body.Taken && body.Taken < Length;)
            {
                before = body.Taken;
                await pulse.WaitForNextTickAsync();
            }
        }

        body.Taken.ShouldBeLessThan(32 << 20); // what the sockets of both sides hold
        client.Reset();
        await body.Disposed.Soon();
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_body_that_comes_too_slowly_is_answered_408_and_is_no_error(string kind)
    {
        var handler = RouterKinds.Handler(kind, RouterKinds.TextOf);
        await using var server = await LiveServer.StartAsync(
            app => app.Run(handler), limit: limits => limits.MinRequestBodyDataRate = new MinDataRate(240, TimeSpan.FromSeconds(1.5)));

        var answer = await server.SendAsync("POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 100\r\n\r\npart");

        answer.Status.ShouldBe(408);
        server.Log.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Five_hundred_unfinished_requests_do_not_keep_others_waiting_and_are_cut()
    {
        var handler = RouterKinds.Handler("node", (_, _) => Task.FromResult("served"));
        await using var server = await LiveServer.StartAsync(app => app.Run(handler), limit: limits => limits.RequestHeadersTimeout = TimeSpan.FromSeconds(8));
        var slow = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => server.ConnectAsync()));
        foreach (var connection in slow)
            await connection.SendAsync("GET / HTTP/1.1\r\nHost: te");

        for (var i = 0; i < 20; i++)
            (await server.GetAsync("/").WaitAsync(TimeSpan.FromSeconds(8))).Body.ShouldBe("served");

        foreach (var answer in await Task.WhenAll(slow.Select(connection => connection.ReadAsync())))
            answer.Status.ShouldBe(408);
        Array.ForEach(slow, connection => connection.Dispose());
    }
}
