using System.Runtime.CompilerServices;
using System.Text;
using NextConnect.Edge.Tests.Support;

namespace NextConnect.Edge.Tests.Responses;

public sealed class StreamTests
{
    private int _made;
    private bool _hasEnded;
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task Chunks_arrive_complete_and_in_order_when_the_body_is_read_at_once()
    {
        using var texts = EdgeResponse.Stream(Texts("<p>Öne</p>", "", "<p>Two</p>"), "text/html; charset=utf-8");
        using var bytes = EdgeResponse.Stream(Bytes());

        texts.Content.Headers.ContentLength.ShouldBeNull();
        (await texts.TextAsync()).ShouldBe("<p>Öne</p><p>Two</p>");
        texts.Header("Content-Type").ShouldBe("text/html; charset=utf-8");
        (await bytes.Content.ReadAsByteArrayAsync()).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Nothing_is_made_before_the_reader_wants_it()
    {
        using var response = EdgeResponse.Stream(Texts("one", "two", "three"));
        await using var body = await response.Content.ReadAsStreamAsync();
        var buffer = new byte[100];

        _made.ShouldBe(0);
        Encoding.UTF8.GetString(buffer, 0, await body.ReadAsync(buffer)).ShouldBe("one");
        _made.ShouldBe(1);
        Encoding.UTF8.GetString(buffer, 0, await body.ReadAsync(buffer.AsMemory(0, 2))).ShouldBe("tw");
        Encoding.UTF8.GetString(buffer, 0, await body.ReadAsync(buffer)).ShouldBe("o");
        _made.ShouldBe(2);
    }

    [Fact]
    public async Task Slow_writer_slows_the_maker_down()
    {
        using var response = EdgeResponse.Stream(Texts("one", "two"));
        using var socket = new GatedStream();

        var copying = response.Content.CopyToAsync(socket);
        await socket.Writing;
        _made.ShouldBe(1);
        socket.Open();
        await copying;

        _made.ShouldBe(2);
        socket.Flushes.ShouldBe(2);
    }

    [Fact]
    public async Task Disposing_the_body_ends_the_making()
    {
        using var response = EdgeResponse.Stream(Forever());
        var body = await response.Content.ReadAsStreamAsync();
        (await body.ReadAsync(new byte[10])).ShouldBe(1);

        await body.DisposeAsync();

        _hasEnded.ShouldBeTrue();
    }

    [Fact]
    public async Task Cancelled_read_loses_nothing()
    {
        using var response = EdgeResponse.Stream(Late());
        await using var body = await response.Content.ReadAsStreamAsync();
        using var impatient = new CancellationTokenSource();
        var reading = body.ReadAsync(new byte[10], impatient.Token);
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(reading.AsTask());

        _end.SetResult();

        (await body.ReadAsync(new byte[10])).ShouldBe(4);
    }

    [Fact]
    public async Task Error_in_the_middle_reaches_the_reader()
    {
        using var response = EdgeResponse.Stream(Failing());
        await using var body = await response.Content.ReadAsStreamAsync();

        (await body.ReadAsync(new byte[10])).ShouldBe(3);
        await Should.ThrowAsync<InvalidOperationException>(async () => await body.ReadAsync(new byte[10]));
    }

    private async IAsyncEnumerable<string> Texts(params string[] texts)
    {
        foreach (var text in texts)
        {
            await Task.Yield();
            _made++;
            yield return text;
        }
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Bytes()
    {
        yield return new byte[] { 1, 2 };
        await Task.Yield();
        yield return new byte[] { 3 };
    }

    private async IAsyncEnumerable<string> Forever([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            yield return "x";
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        finally
        {
            _hasEnded = true;
        }
    }

    private async IAsyncEnumerable<string> Late()
    {
        await _end.Task;
        yield return "late";
    }

    private static async IAsyncEnumerable<string> Failing()
    {
        yield return "one";
        await Task.Yield();
        throw new InvalidOperationException("broken");
    }
}
