namespace NextConnect.Faults.Tests;

/// <summary>H36: a thousand clients of server-sent events, of whom a hundred read nothing for a while.</summary>
[Collection(nameof(NotInParallel))]
public sealed class EventStreamTests
{
    private const int Clients = 1_000;

    [Theory]
    [MemberData(nameof(RouterKinds.Both), MemberType = typeof(RouterKinds))]
    public async Task A_thousand_clients_get_every_event_also_while_some_do_not_read_and_leave_nothing(string kind)
    {
        string[] events = [.. Enumerable.Range(0, 10).Select(i => $"event {i}")];
        var broadcast = new Broadcast(events.Length, Clients);
        await using var server = await LiveServer.StartAsync(RouterKinds.Events(kind, broadcast.ListenAsync));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clients = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => server.ConnectAsync()));
        await Task.WhenAll(clients.Select(client => client.SendAsync("GET / HTTP/1.1\r\nHost: test\r\n\r\n")));
        await broadcast.AllListen.Soon();
        var (late, prompt) = (clients[..100], clients[100..]);

        for (var i = 0; i < events.Length; i++)
        {
            broadcast.Send(i, events[i]);
            if (i == 0)
                await Task.WhenAll(prompt.Select(client => client.ReadHeadAsync()));
            (await ReadAsync(prompt)).ShouldAllBe(chunk => chunk == $"data: {events[i]}\n\n");
        }
        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(Clients * 100 << 10); // 100 KiB for both sides of a stream
        await Task.WhenAll(late.Select(client => client.ReadHeadAsync()));
        foreach (var text in events)
            (await ReadAsync(late)).ShouldAllBe(chunk => chunk == $"data: {text}\n\n");

        Array.ForEach(clients, client => client.Reset());
        await broadcast.NobodyListens.Soon();
        await server.DisposeAsync();
        server.Log.Errors.ShouldBeEmpty();
    }

    private static Task<string?[]> ReadAsync(RawConnection[] clients) => Task.WhenAll(clients.Select(client => client.ReadChunkAsync()));
}
