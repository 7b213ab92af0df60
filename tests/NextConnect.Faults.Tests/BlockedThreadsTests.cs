namespace NextConnect.Faults.Tests;

/// <summary>H45: handlers that block their threads delay others, but nothing of ours deadlocks, and the server recovers.</summary>
[Collection(nameof(NotInParallel))]
public sealed class BlockedThreadsTests
{
    [Theory]
    [MemberData(nameof(RouterKinds.Both), MemberType = typeof(RouterKinds))]
    public async Task The_server_recovers_when_the_handlers_go_on(string kind)
    {
        const int Count = 500;
        using var blocked = new SemaphoreSlim(0);
        using var go = new ManualResetEventSlim();
        await using var server = await LiveServer.StartAsync(RouterKinds.Handler(kind, (_, _) =>
        {
            blocked.Release();
            go.Wait(CancellationToken.None);
            return Task.FromResult("done");
        }));

        var releasing = Task.Factory.StartNew(Release, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var answers = Enumerable.Range(0, Count).Select(_ => server.GetAsync("/")).ToList();

        foreach (var answer in await Task.WhenAll(answers).Soon())
            answer.Body.ShouldBe("done");
        await releasing;
        (await server.GetAsync("/").Soon()).Body.ShouldBe("done");

        void Release() // on a thread of its own: the pool has none left by then
        {
            for (var threads = 0; threads < Environment.ProcessorCount; threads++)
                blocked.Wait(TimeSpan.FromSeconds(30)).ShouldBeTrue();
            go.Set();
        }
    }
}
