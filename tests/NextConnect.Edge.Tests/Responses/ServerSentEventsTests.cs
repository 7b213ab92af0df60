using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using NextConnect.Edge.Tests.Support;

namespace NextConnect.Edge.Tests.Responses;

public sealed class ServerSentEventsTests
{
    private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _hasEnded;

    [Fact]
    public async Task Events_have_type_id_retry_and_lines()
    {
        using var response = EdgeResponse.ServerSentEvents(
            Of(new SseItem<string>("a\nb", "note") { EventId = "7", ReconnectionInterval = TimeSpan.FromSeconds(3) }, new("plain")));

        (await response.TextAsync()).Split("\n\n").ShouldSatisfyAllConditions(
            events => events[0].Split('\n').ShouldBe(["event: note", "data: a", "data: b", "id: 7", "retry: 3000"], ignoreOrder: true),
            events => events[1].ShouldBe("data: plain"));
    }

    [Fact]
    public void Answer_is_an_event_stream_that_nobody_keeps_or_collects()
    {
        using var response = EdgeResponse.ServerSentEvents(Of(new SseItem<string>("x")));

        response.Header("Content-Type").ShouldBe("text/event-stream");
        response.Header("Cache-Control").ShouldBe("no-store, no-cache");
        response.Header("X-Accel-Buffering").ShouldBe("no");
    }

    [Fact]
    public async Task Data_can_be_JSON()
    {
        using var response = EdgeResponse.ServerSentEvents(Of(new SseItem<Order>(new(1, "Ada"), "order") { EventId = "1" }), OrderJson.Default.Order);

        var text = await response.TextAsync();
        text.ShouldContain("data: {\"id\":1,\"name\":\"Ada\"}\n");
        text.ShouldContain("event: order\n");
        text.ShouldContain("id: 1\n");
    }

    [Fact]
    public async Task Data_of_any_type_is_written_as_EdgeResponse_Json_writes_it()
    {
        using var web = EdgeResponse.ServerSentEvents(Of(new SseItem<Order>(new(1, "Ada"))));
        using var own = EdgeResponse.ServerSentEvents(Of(new SseItem<Order>(new(1, "Ada"))), options: new() { WriteIndented = true });
        using var text = EdgeResponse.ServerSentEvents(Of(new SseItem<string>("as it is")));
        using var json = EdgeResponse.Json(new Order(1, "Ada"));

        (await web.TextAsync()).ShouldBe($"data: {await json.TextAsync()}\n\n");
        (await own.TextAsync()).ShouldBe("data: {\ndata:   \"Id\": 1,\ndata:   \"Name\": \"Ada\"\ndata: }\n\n");
        (await text.TextAsync()).ShouldBe("data: as it is\n\n");
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    public void Line_break_in_a_type_or_an_id_is_refused(string text)
    {
        Should.Throw<ArgumentException>(() => new SseItem<string>("data", text));
        Should.Throw<ArgumentException>(() => new SseItem<string>("data") { EventId = text });
    }

    [Fact]
    public async Task Comment_is_sent_when_an_event_takes_long()
    {
        using var response = EdgeResponse.ServerSentEvents(Late(), TimeSpan.FromMilliseconds(1));
        await using var body = await response.Content.ReadAsStreamAsync();

        (await ReadAsync(body)).ShouldBe(": \n\n");
        _go.SetResult();
        string text;
        do
            text = await ReadAsync(body);
        while (text == ": \n\n");

        text.ShouldBe("data: late\n\n");
        (await ReadAsync(body)).ShouldBe("");
    }

    [Fact]
    public async Task Headers_leave_before_the_first_event()
    {
        using var client = new HttpClient(new EdgeRouter().Get("/", (_, _) => EdgeResponse.ServerSentEvents(Late())).ToHttpMessageHandler());

        using var response = await client.GetAsync(new Uri("http://test/"), HttpCompletionOption.ResponseHeadersRead).Soon();
        _go.SetResult();

        response.Header("Content-Type").ShouldBe("text/event-stream");
        (await response.TextAsync()).ShouldBe("data: late\n\n");
    }

    [Fact]
    public async Task Error_before_the_source_first_waits_is_a_500()
    {
        var router = new EdgeRouter().Get("/", (_, _) => EdgeResponse.ServerSentEvents(Failing()));
        using var client = new HttpClient(router.ToHttpMessageHandler());

        using var response = await client.GetAsync(new Uri("http://test/"));

        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task Reader_that_leaves_ends_a_source_that_waits()
    {
        using var response = EdgeResponse.ServerSentEvents(Late());
        var body = await response.Content.ReadAsStreamAsync();
        var reading = ReadAsync(body);

        await body.DisposeAsync();

        await Should.ThrowAsync<OperationCanceledException>(reading);
        _hasEnded.ShouldBeTrue();
    }

    [Fact]
    public void Heartbeat_must_be_a_time()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => EdgeResponse.ServerSentEvents(Late(), TimeSpan.Zero));
    }

    private static async Task<string> ReadAsync(Stream body)
    {
        var buffer = new byte[1000];
        return Encoding.UTF8.GetString(buffer, 0, await body.ReadAsync(buffer));
    }

    private static async IAsyncEnumerable<SseItem<T>> Of<T>(params SseItem<T>[] items)
    {
        foreach (var item in items)
        {
            await Task.Yield();
            yield return item;
        }
    }

    private static async IAsyncEnumerable<SseItem<string>> Failing()
    {
        Fail();
        await Task.Yield();
        yield return new("never");

        static void Fail() => throw new InvalidTimeZoneException("broken");
    }

    private async IAsyncEnumerable<SseItem<string>> Late([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            await _go.Task.WaitAsync(cancellationToken);
            yield return new("late");
        }
        finally
        {
            _hasEnded = true;
        }
    }
}
