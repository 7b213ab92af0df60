namespace NextConnect.Faults.Tests;

/// <summary>
/// H27, H28, H31–H33, H40, H41: odd messages. Most responses are the server's; ours is that nothing is added to them and no later request suffers.
/// </summary>
public sealed class FramingTests
{
    private const string Head = "Host: test\r\n";

    public static TheoryData<string> Both => RouterKinds.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_chunked_body_with_extensions_and_trailers_arrives_exactly(string kind)
    {
        await using var server = await EchoAsync(kind);

        var answer = await server.SendAsync(
            $"POST / HTTP/1.1\r\n{Head}Transfer-Encoding: chunked\r\n\r\n3;name=value\r\nabc\r\n2\r\nde\r\n0\r\nX-Trailer: 1\r\n\r\n");

        (answer.Status, answer.Body).ShouldBe((200, "abcde"));
        answer["X-Trailer"].ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_bare_line_feed_in_a_chunk_extension_is_refused(string kind)
    {
        await using var server = await EchoAsync(kind);

        (await server.SendAsync($"POST / HTTP/1.1\r\n{Head}Transfer-Encoding: chunked\r\n\r\n3;a\nb\r\nabc\r\n0\r\n\r\n")).Status.ShouldBe(400);
        server.Log.Errors.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Length_and_chunks_together_give_one_answer_and_the_end_of_the_connection(string kind)
    {
        await using var server = await EchoAsync(kind);
        using var client = await server.ConnectAsync();

        await client.SendAsync(
            $"POST / HTTP/1.1\r\n{Head}Content-Length: 30\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n" +
            $"GET /smuggled HTTP/1.1\r\n{Head}\r\n");

        (await client.ReadAsync()).Body.ShouldBe("abc");
        (await client.ReadToEndAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("node", "Content-Length: 3\r\nContent-Length: 4\r\n")]
    [InlineData("edge", "Content-Length: 3\r\nContent-Length: 4\r\n")]
    [InlineData("node", "Transfer-Encoding: identity\r\n")]
    [InlineData("edge", "Transfer-Encoding: identity\r\n")]
    public async Task Framing_that_has_two_readings_is_refused(string kind, string headers)
    {
        await using var server = await EchoAsync(kind);

        (await server.SendAsync($"POST / HTTP/1.1\r\n{Head}{headers}\r\nabc")).Status.ShouldBe(400);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Sizes_over_the_servers_limits_are_refused_and_others_are_served(string kind)
    {
        await using var server = await EchoAsync(kind);

        (await server.GetAsync("/" + new string('a', 8_000))).Status.ShouldBe(200);
        (await server.GetAsync("/" + new string('a', 9_000))).Status.ShouldBe(414);
        (await server.SendAsync($"GET / HTTP/1.1\r\n{Head}X-Big: {new string('a', 40_000)}\r\n\r\n")).Status.ShouldBe(431);
        (await server.SendAsync($"GET / HTTP/1.1\r\n{Head}{string.Concat(Enumerable.Range(0, 101).Select(i => $"X-{i}: 1\r\n"))}\r\n")).Status.ShouldBe(431);
        server.Log.Errors.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Continue_is_sent_when_the_body_is_read(string kind)
    {
        await using var server = await EchoAsync(kind);
        using var client = await server.ConnectAsync();

        await client.SendAsync($"POST / HTTP/1.1\r\n{Head}Expect: 100-continue\r\nContent-Length: 3\r\n\r\n");
        (await client.ReadHeadAsync()).Status.ShouldBe(100);
        await client.SendAsync("abc");

        (await client.ReadAsync()).Body.ShouldBe("abc");
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Continue_is_not_sent_when_the_body_is_not_read(string kind)
    {
        await using var server = await LiveServer.StartAsync(RouterKinds.Handler(kind, (_, _) => Task.FromResult("unread")));

        var answer = await server.SendAsync($"POST / HTTP/1.1\r\n{Head}Expect: 100-continue\r\nContent-Length: 3\r\n\r\n");

        (answer.Status, answer.Body).ShouldBe((200, "unread"));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_hundred_requests_in_one_packet_are_answered_in_order_also_around_one_that_fails(string kind)
    {
        await using var server = await LiveServer.StartAsync(RouterKinds.Handler(kind, async (body, aborted) =>
            await RouterKinds.TextOf(body, aborted) is var text && text == "41" ? throw new InvalidOperationException("broken") : text));
        using var client = await server.ConnectAsync();

        await client.SendAsync(string.Concat(Enumerable.Range(0, 100).Select(i => $"POST / HTTP/1.1\r\n{Head}Content-Length: {$"{i}".Length}\r\n\r\n{i}")));

        for (var i = 0; i < 100; i++)
            (await client.ReadAsync()).Body.ShouldBe(i == 41 ? "Internal Server Error" : $"{i}");
        server.Log.Errors.Length.ShouldBe(1);
    }

    private static Task<LiveServer> EchoAsync(string kind) => LiveServer.StartAsync(RouterKinds.Handler(kind, RouterKinds.TextOf));
}
