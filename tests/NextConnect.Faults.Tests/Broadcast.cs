using System.Runtime.CompilerServices;

namespace NextConnect.Faults.Tests;

/// <summary>Events that all listeners get, each when it is sent, and which never end.</summary>
internal sealed class Broadcast(int events, int listeners)
{
    private readonly TaskCompletionSource<string>[] _events =
        [.. Enumerable.Range(0, events).Select(_ => new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously))];

    private readonly TaskCompletionSource _allListen = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _nobodyListens = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _come;
    private int _gone;

    public Task AllListen => _allListen.Task;

    public Task NobodyListens => _nobodyListens.Task;

    public void Send(int index, string text) => _events[index].SetResult(text);

    public async IAsyncEnumerable<string> ListenAsync([EnumeratorCancellation] CancellationToken aborted)
    {
        if (Interlocked.Increment(ref _come) == listeners)
            _allListen.SetResult();
        try
        {
            foreach (var item in _events)
                yield return await item.Task.WaitAsync(aborted);
            await Task.Delay(Timeout.Infinite, aborted);
        }
        finally
        {
            if (Interlocked.Increment(ref _gone) == listeners)
                _nobodyListens.SetResult();
        }
    }
}
