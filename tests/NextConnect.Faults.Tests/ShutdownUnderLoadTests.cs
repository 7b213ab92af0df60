namespace NextConnect.Faults.Tests;

/// <summary>H24: the server stops while a thousand requests run.</summary>
[Collection(nameof(NotInParallel))]
public sealed class ShutdownUnderLoadTests
{
    [Theory]
    [MemberData(nameof(RouterKinds.Both), MemberType = typeof(RouterKinds))]
    public async Task Requests_that_run_while_the_server_stops_end_whole_or_visibly_cut(string kind)
    {
        const int Count = 1_000;
        using var all = new CountdownEvent(Count);
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var text = new string('x', 30_000);
        await using var server = await LiveServer.StartAsync(RouterKinds.Handler(kind, async (_, aborted) =>
        {
            all.Signal();
            await go.Task.WaitAsync(aborted);
            return text;
        }));
        var answers = Enumerable.Range(0, Count).Select(_ => server.GetAsync("/")).ToList();
        await Task.Run(() => all.Wait(TimeSpan.FromSeconds(30))).Soon();

        var stopped = server.DisposeAsync().AsTask();
        go.SetResult();
        await stopped.Soon();

        foreach (var answer in await Task.WhenAll(answers).Soon())
            (answer.IsComplete && answer.Body != text).ShouldBeFalse();
        answers.Count(answer => answer.Result.Body == text).ShouldBeGreaterThan(0);
        server.Log.Errors.ShouldBeEmpty();
    }
}
