namespace NextConnect;

/// <summary>Functions that receive how a request ended: with a response, an error, or both when the response is the error's.</summary>
internal sealed class RequestWatchers
{
    private readonly List<Action<HttpResponseMessage?, Exception?>> _watchers = [];

    /// <summary>Gets their number. A handler that begins remembers it: it calls only those that are added later, which are its own.</summary>
    public int Count => _watchers.Count;

    public void Add(Action<HttpResponseMessage?, Exception?> watcher) => _watchers.Add(watcher);

    /// <summary>Tells the watchers that were added after the first ones, and removes them.</summary>
    public void Tell(int first, HttpResponseMessage? response, Exception? error)
    {
        while (_watchers.Count > first)
        {
            var watcher = _watchers[^1];
            _watchers.RemoveAt(_watchers.Count - 1);
            watcher(response, error);
        }
    }
}
