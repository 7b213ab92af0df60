using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

namespace NextConnect;

/// <summary>Writes events as chunks, with a comment when the next one is late.</summary>
internal static class EventChunks
{
    private static readonly ReadOnlyMemory<byte> Comment = ": \n\n"u8.ToArray();

    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> Of(
        IAsyncEnumerable<SseItem<string>> events, TimeSpan heartbeat, TimeProvider clock,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var source = events.GetAsyncEnumerator(gone.Token);
        var next = Task.FromResult(true);
        try
        {
            next = source.MoveNextAsync().AsTask();
            if (!next.IsCompleted)
                yield return default; // sends the headers: the open event of an EventSource does not wait for the first event
            while (true)
            {
                while (!await IsReadyAsync(next, heartbeat, clock, cancellationToken).ConfigureAwait(false))
                    yield return Comment;
                if (!await next.ConfigureAwait(false))
                    break;
                yield return await FormatAsync(source.Current, cancellationToken).ConfigureAwait(false);
                next = source.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            await gone.CancelAsync().ConfigureAwait(false);
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // it must not be disposed while it runs
            await source.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async Task<bool> IsReadyAsync(Task next, TimeSpan heartbeat, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (next.IsCompleted)
            return true;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = await Task.WhenAny(next, Task.Delay(heartbeat, clock, enough.Token)).ConfigureAwait(false);
        await enough.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return first == next;
    }

    /// <summary>Formats one event; the framework's formatter takes sequences.</summary>
    private static async Task<ReadOnlyMemory<byte>> FormatAsync(SseItem<string> item, CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        await SseFormatter.WriteAsync(new[] { item }.ToAsyncEnumerable(), text, cancellationToken).ConfigureAwait(false);
        return text.ToArray();
    }
}
