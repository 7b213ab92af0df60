using System.Text;

namespace NextConnect.Conformance.Hosts;

public abstract class HostStreamingSuite(IHostHarness harness) : HostSuite(harness)
{
    [Fact]
    public async Task A_client_reads_the_first_part_before_the_content_has_made_the_second()
    {
        var go = new TaskCompletionSource();
        await using var host = await StartAsync(
            (req, ctx) => new HttpResponseMessage { Content = PushContent.Of((Task.CompletedTask, "first"), (go.Task, "second")) });

        using var response = await host.GetAsync("/", HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        (await ReadAsync(reader, 5)).ShouldBe("first");
        go.SetResult();

        (await reader.ReadToEndAsync().Soon()).ShouldBe("second");
    }

    [Fact]
    public async Task A_buffered_answer_waits_for_the_last_part()
    {
        var go = new TaskCompletionSource();
        await using var host = await StartAsync(
            (req, ctx) => new HttpResponseMessage { Content = PushContent.Of((Task.CompletedTask, "first"), (go.Task, "second")) });

        var answer = host.GetAsync("/");
        go.SetResult();
        using var response = await answer;

        (await response.Content.ReadAsStringAsync()).ShouldBe("firstsecond");
        (await response.Content.ReadAsStringAsync()).ShouldBe("firstsecond");
    }

    [Fact]
    public virtual async Task A_handler_reads_the_first_bytes_before_the_client_has_sent_the_rest()
    {
        var go = new TaskCompletionSource();
        await using var host = await StartAsync(async (req, ctx) =>
        {
            using var reader = new StreamReader(await req.Content!.ReadAsStreamAsync(ctx.Aborted));
            var first = await ReadAsync(reader, 5);
            go.SetResult();
            return Text($"{first} {await reader.ReadToEndAsync(ctx.Aborted)}");
        });
        using var body = PushContent.Of((Task.CompletedTask, "first"), (go.Task, "rest"));

        using var response = await host.Client.PostAsync(host.Client.BaseAddress, body).Soon();

        (await response.Content.ReadAsStringAsync()).ShouldBe("first rest");
    }

    [Fact]
    public async Task A_slow_reader_holds_the_writer_back()
    {
        var written = 0;
        await using var host = await StartAsync((req, ctx) => new HttpResponseMessage
        {
            Content = new PushContent(async (stream, token) =>
            {
                for (; written < 64; written++)
                    await stream.WriteAsync(new byte[1_000_000], token);
            }),
        });

        using var response = await host.GetAsync("/", HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();
        await body.ReadExactlyAsync(new byte[100_000]).AsTask().Soon();
        Volatile.Read(ref written).ShouldBeLessThan(64);

        var rest = new MemoryStream();
        await body.CopyToAsync(rest).Soon();
        rest.Length.ShouldBe(63_900_000);
    }

    private static async Task<string> ReadAsync(StreamReader reader, int count)
    {
        var text = new StringBuilder();
        var buffer = new char[count];
        while (text.Length < count && await reader.ReadAsync(buffer.AsMemory(0, count - text.Length)).AsTask().Soon() is > 0 and var read)
            text.Append(buffer, 0, read);
        return text.ToString();
    }
}
