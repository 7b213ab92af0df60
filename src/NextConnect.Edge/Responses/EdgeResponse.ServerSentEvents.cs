using System.Diagnostics.CodeAnalysis;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace NextConnect;

/// <content>Server-sent events.</content>
public static partial class EdgeResponse
{
    /// <summary>
    /// Makes a stream of server-sent events, each sent when it is made; for <c>EventSource</c> in a browser. The headers are sent as soon as an event has to
    /// be waited for.
    /// </summary>
    /// <param name="events">
    /// The events, with type, id and reconnection interval where set (their type refuses an id or type with a line break); the cancellation token fires when
    /// the client disconnects. A client that reconnects sends its last id: <c>req.LastEventId</c>.
    /// </param>
    /// <param name="heartbeat">The time without an event after which a comment is sent, so that no proxy closes the connection; null for never.</param>
    /// <param name="clock">The clock of the heartbeat; null for the system's.</param>
    /// <returns>The response, which no proxy may cache or buffer.</returns>
    [OverloadResolutionPriority(1)] // text is sent as it is, not as JSON
    public static HttpResponseMessage ServerSentEvents(IAsyncEnumerable<SseItem<string>> events, TimeSpan? heartbeat = null, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(events);
        if (heartbeat is { } interval)
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, TimeSpan.Zero, nameof(heartbeat));

        var response = Stream(EventChunks.Of(events, heartbeat ?? Timeout.InfiniteTimeSpan, clock ?? TimeProvider.System), "text/event-stream");
        response.Headers.CacheControl = new() { NoCache = true, NoStore = true };
        response.Headers.Add("X-Accel-Buffering", "no");
        return response;
    }

    /// <summary>Makes a stream of server-sent events whose data is JSON.</summary>
    /// <typeparam name="T">The type of the data.</typeparam>
    /// <param name="events">The events.</param>
    /// <param name="type">How to write the data, from a <see cref="System.Text.Json.Serialization.JsonSerializerContext"/>.</param>
    /// <param name="heartbeat">The time without an event after which a comment is sent; null for never.</param>
    /// <param name="clock">The clock of the heartbeat; null for the system's.</param>
    /// <returns>The response, which no proxy may cache or buffer.</returns>
    public static HttpResponseMessage ServerSentEvents<T>(
        IAsyncEnumerable<SseItem<T>> events, JsonTypeInfo<T> type, TimeSpan? heartbeat = null, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(type);
        return ServerSentEvents(Serialize(events, data => JsonSerializer.Serialize(data, type)), heartbeat, clock);
    }

    /// <summary>
    /// Makes a stream of server-sent events whose data is JSON with the web defaults (camelCase), by reflection; trimmed and AOT-compiled programs use the
    /// other overload.
    /// </summary>
    /// <typeparam name="T">The type of the data.</typeparam>
    /// <param name="events">The events.</param>
    /// <param name="heartbeat">The time without an event after which a comment is sent; null for never.</param>
    /// <param name="clock">The clock of the heartbeat; null for the system's.</param>
    /// <param name="options">How to write the data; null for the web defaults, as <c>Json</c>.</param>
    /// <returns>The response, which no proxy may cache or buffer.</returns>
    [RequiresUnreferencedCode("JSON by reflection needs members that trimming may remove. Use the overload with a JsonTypeInfo.")]
    [RequiresDynamicCode("JSON by reflection makes code at run time. Use the overload with a JsonTypeInfo.")]
    public static HttpResponseMessage ServerSentEvents<T>(
        IAsyncEnumerable<SseItem<T>> events, TimeSpan? heartbeat = null, TimeProvider? clock = null, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(events);
        return ServerSentEvents(Serialize(events, data => JsonSerializer.Serialize(data, options ?? WebJson.Options)), heartbeat, clock);
    }

    private static async IAsyncEnumerable<SseItem<string>> Serialize<T>(
        IAsyncEnumerable<SseItem<T>> events, Func<T, string> write, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var item in events.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return new(write(item.Data), item.EventType == SseParser.EventTypeDefault ? null : item.EventType)
            {
                EventId = item.EventId,
                ReconnectionInterval = item.ReconnectionInterval,
            };
        }
    }
}
