namespace NextConnect.Faults.Tests;

/// <summary>H45: handlers that block their threads delay others, but nothing of ours deadlocks, and the server recovers.</summary>
public sealed class BlockedThreadsTests
{
    [Theory]
    [MemberData(nameof(Kinds.Both), MemberType = typeof(Kinds))]
    public async Task The_server_recovers_when_the_handlers_go_on(string kind)
    {
        const int Count = 100;
        using var go = new ManualResetEventSlim();
        var started = new TaskCompletionSource();
        await using var server = await LiveServer.StartAsync(Kinds.Handler(kind, (_, _) =>
        {
            started.TrySetResult();
            go.Wait(CancellationToken.None);
            return Task.FromResult("done");
        }));

        var blocked = Enumerable.Range(0, Count).Select(_ => server.GetAsync("/")).ToList();
        await started.Task.Soon();
        go.Set();

        foreach (var answer in await Task.WhenAll(blocked).Soon())
            answer.Body.ShouldBe("done");
        (await server.GetAsync("/").Soon()).Body.ShouldBe("done");
    }
}
