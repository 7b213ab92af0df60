using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace NextConnect.Faults.Tests;

/// <summary>H7–H9: clients that read, write or ask too slowly.</summary>
public sealed class SlowClientTests
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1.1); // Kestrel takes more than a second only

    public static TheoryData<string> Both => RouterKinds.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_client_that_does_not_read_stops_the_body_instead_of_filling_memory(string kind)
    {
        var body = new EndlessStream(1L << 30);
        var handler = RouterKinds.Download(kind, () => body);
        await using var server = await LiveServer.StartAsync(
            app => app.Run(handler),
            limit: limits => limits.MinResponseDataRate = new MinDataRate(1 << 30, Grace)); // measured while a write waits for the client
        using var client = await server.ConnectAsync();

        await client.SendAsync("GET / HTTP/1.1\r\nHost: test\r\n\r\n");
        await client.ReadHeadAsync();

        await body.Disposed.Soon();
        body.Taken.ShouldBeLessThan(32 << 20); // what the sockets of both sides hold
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_body_that_comes_too_slowly_is_answered_408_and_is_no_error(string kind)
    {
        var handler = RouterKinds.Handler(kind, RouterKinds.TextOf);
        await using var server = await LiveServer.StartAsync(
            app => app.Run(handler), limit: limits => limits.MinRequestBodyDataRate = new MinDataRate(240, Grace));

        var answer = await server.SendAsync("POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 100\r\n\r\npart");

        answer.Status.ShouldBe(408);
        server.Log.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Five_hundred_unfinished_requests_do_not_keep_others_waiting_and_are_cut()
    {
        var handler = RouterKinds.Handler("node", (_, _) => Task.FromResult("served"));
        await using var patient = await LiveServer.StartAsync(
            app => app.Run(handler), limit: limits => limits.RequestHeadersTimeout = Timeout.InfiniteTimeSpan);
        var waiting = await SendUnfinishedAsync(patient);
        await using var strict = await LiveServer.StartAsync(app => app.Run(handler), limit: limits => limits.RequestHeadersTimeout = TimeSpan.FromSeconds(1));
        var cut = await SendUnfinishedAsync(strict);

        for (var i = 0; i < 20; i++)
            (await patient.GetAsync("/").Soon()).Body.ShouldBe("served");
        foreach (var answer in await Task.WhenAll(cut.Select(connection => connection.ReadAsync())))
            answer.Status.ShouldBe(408);

        Array.ForEach([.. waiting, .. cut], connection => connection.Dispose());
    }

    private static async Task<RawConnection[]> SendUnfinishedAsync(LiveServer server)
    {
        var connections = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => server.ConnectAsync()));
        await Task.WhenAll(connections.Select(connection => connection.SendAsync("GET / HTTP/1.1\r\nHost: te")));
        return connections;
    }
}
