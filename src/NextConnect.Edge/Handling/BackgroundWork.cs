namespace NextConnect;

/// <summary>The work of one request that continues after its response.</summary>
internal sealed class BackgroundWork
{
    private readonly Lock _lock = new();
    private List<Task>? _tasks;

    public bool IsEmpty => Volatile.Read(ref _tasks) is null;

    public void Add(Task work)
    {
        lock (_lock)
            (_tasks ??= []).Add(work);
    }

    /// <summary>Waits for all background work, including work that it starts, and returns the errors.</summary>
    public async Task<IReadOnlyList<Exception>> WaitAsync()
    {
        List<Exception> errors = [];
        while (Take() is { } tasks)
        {
            foreach (var task in tasks)
            {
                await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                errors.AddRange(task.Exception?.InnerExceptions ?? []);
            }
        }
        return errors;
    }

    private List<Task>? Take()
    {
        lock (_lock)
        {
            var tasks = _tasks;
            _tasks = null;
            return tasks;
        }
    }
}
