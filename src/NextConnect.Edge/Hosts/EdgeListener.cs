using System.Collections.Concurrent;
using System.Net;

namespace NextConnect;

/// <summary>Serves a router by <see cref="HttpListener"/>: for tools that want a port of their own without ASP.NET Core. Disposing it stops it.</summary>
/// <remarks>
/// Off Windows, <see cref="HttpListener"/> does not notice a client that goes while a handler works: <see cref="EdgeContext.Aborted"/> fires at the next
/// write, or when the listener stops. It has no TLS and no HTTP/2 there, reads a chunked upload in whole buffers, and an answer
/// without a length that fails in its middle looks whole to the client, because aborting it sends the last chunk. For a service, use Kestrel.
/// </remarks>
public sealed class EdgeListener : IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly HttpListener _listener = new();
    private readonly CancellationTokenSource _stopped = new();
    private readonly CancellationTokenSource _cut = new();
    private readonly ConcurrentDictionary<Task, bool> _running = new();
    private readonly EdgeEndpoint _endpoint;
    private readonly Task _accepting;

    private EdgeListener(EdgeEndpoint endpoint, string prefix)
    {
        _endpoint = endpoint;
        _listener.Prefixes.Add(prefix);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Starts to listen.</summary>
    /// <param name="router">The router; it is frozen.</param>
    /// <param name="prefix">Scheme, host and port, such as <c>http://localhost:8080/</c>.</param>
    /// <param name="options">What to do when no route answers; null for the defaults.</param>
    /// <returns>What stops it when disposed.</returns>
    /// <exception cref="ArgumentException">The prefix has a path.</exception>
    /// <exception cref="HttpListenerException">The port is taken, or not allowed.</exception>
    public static EdgeListener Start(EdgeRouter router, string prefix, EdgeHandlerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(router);
        ArgumentNullException.ThrowIfNull(prefix);
        if (prefix.IndexOf('/', prefix.IndexOf("://", StringComparison.Ordinal) + 3) is var slash && slash >= 0 && slash < prefix.Length - 1)
            throw new ArgumentException($"The prefix '{prefix}' has a path. Listen on '{prefix[..(slash + 1)]}', and mount the router: new router.Use(\"{prefix[slash..].TrimEnd('/')}\", router).", nameof(prefix));
        return new(router.Handler(options), slash < 0 ? prefix + "/" : prefix);
    }

    /// <summary>
    /// Stops to listen, fires <see cref="EdgeContext.Aborted"/> of the requests that still run, and waits for them. For five seconds they can still answer; then
    /// their connections are cut.
    /// </summary>
    /// <returns>A task that ends with the last of them.</returns>
    public async ValueTask DisposeAsync()
    {
        if (_stopped.IsCancellationRequested)
            return;
        await _stopped.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_running.Keys).WaitAsync(Grace).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _cut.CancelAsync().ConfigureAwait(false);
        _listener.Stop(); // what has not answered by now looks like an empty 200 to its client
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(_running.Keys).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Close();
        _stopped.Dispose();
        _cut.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stopped.IsCancellationRequested)
        {
            var context = await _listener.GetContextAsync().ConfigureAwait(false);
            var serving = Task.Run(() => ListenerExchange.ServeAsync(context, _endpoint, _stopped.Token, _cut.Token));
            _running.TryAdd(serving, true);
            _ = serving.ContinueWith(static (task, running) => ((ConcurrentDictionary<Task, bool>)running!).TryRemove(task, out _), _running, TaskScheduler.Default);
        }
    }
}
