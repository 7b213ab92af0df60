namespace NextConnect.Soak;

/// <summary>Holds requests until a given number of them is there at once.</summary>
internal sealed class Gate
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _missing;

    public void Close(int count)
    {
        lock (_lock)
            (_open, _missing) = (new(TaskCreationOptions.RunContinuationsAsynchronously), count);
    }

    public Task WaitAsync()
    {
        lock (_lock)
        {
            if (--_missing == 0)
                _open.SetResult();
            return _open.Task;
        }
    }
}
