namespace NextConnect.AspNetCore.Tests;

public sealed class EdgeHostStreamingTests
{
    [Fact]
    public async Task A_handler_reads_the_first_bytes_before_the_client_has_sent_the_rest()
    {
        var first = new TaskCompletionSource<string>();
        await using var server = await LiveServer.StartAsync(EdgeResponses.RouterAsync(async (req, ctx) =>
        {
            using var reader = new StreamReader(await req.Content!.ReadAsStreamAsync(ctx.Aborted));
            var buffer = new char[5];
            await reader.ReadBlockAsync(buffer, ctx.Aborted);
            first.SetResult(new(buffer));
            return EdgeResponses.Text(await reader.ReadToEndAsync(ctx.Aborted));
        }));
        using var client = await server.ConnectAsync();

        await client.SendAsync("POST / HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n");
        (await first.Task.Soon()).ShouldBe("first");
        await client.SendAsync("4\r\nrest\r\n0\r\n\r\n");

        (await client.ReadAsync()).Body.ShouldBe("rest");
    }

    [Fact]
    public async Task A_client_reads_the_first_chunk_before_the_content_has_made_the_second()
    {
        var go = new TaskCompletionSource();
        await using var server = await LiveServer.StartAsync(EdgeResponses.Router((req, ctx) =>
            EdgeResponses.Bytes(new ScriptedStream(ScriptedStream.Send("first"), ScriptedStream.SendAfter(go.Task, "second")))));
        using var client = await server.ConnectAsync();

        await client.SendAsync("GET / HTTP/1.1\r\nHost: test\r\n\r\n");
        (await client.ReadHeadAsync()).Status.ShouldBe(200);
        (await client.ReadChunkAsync()).ShouldBe("first");
        go.SetResult();
        (await client.ReadChunkAsync()).ShouldBe("second");
        (await client.ReadChunkAsync()).ShouldBe("");
    }

    [Theory]
    [InlineData("Content-Length: 5\r\n\r\nhello", 5)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n2;ext=1\r\nhe\r\n3\r\nllo\r\n0\r\nX-Trailer: t\r\n\r\n", null)]
    public async Task A_body_arrives_exactly_with_its_length_when_it_was_sent(string rest, int? length)
    {
        long? seen = -1;
        await using var server = await LiveServer.StartAsync(EdgeResponses.RouterAsync(async (req, ctx) =>
        {
            seen = req.Content!.Headers.ContentLength;
            return EdgeResponses.Text(await req.Content.ReadAsStringAsync(ctx.Aborted));
        }));

        (await server.SendAsync($"POST / HTTP/1.1\r\nHost: test\r\n{rest}")).Body.ShouldBe("hello");
        seen.ShouldBe(length);
    }

    [Fact]
    public async Task A_request_without_body_has_no_content()
    {
        await using var server = await LiveServer.StartAsync(EdgeResponses.Router((req, ctx) => EdgeResponses.Text(req.Content is null ? "none" : "some")));

        (await server.GetAsync("/")).Body.ShouldBe("none");
    }

    [Fact]
    public async Task A_body_that_the_handler_leaves_unread_does_not_disturb_the_next_request()
    {
        await using var server = await LiveServer.StartAsync(EdgeResponses.Router((req, ctx) => EdgeResponses.Text(req.Method.Method)));
        using var client = await server.ConnectAsync();

        await client.SendAsync("POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 5\r\n\r\nGET /GET / HTTP/1.1\r\nHost: test\r\n\r\n");

        (await client.ReadAsync()).Body.ShouldBe("POST");
        (await client.ReadAsync()).Body.ShouldBe("GET");
    }
}
