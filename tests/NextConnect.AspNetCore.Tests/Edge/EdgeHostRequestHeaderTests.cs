namespace NextConnect.AspNetCore.Tests;

public sealed class EdgeHostRequestHeaderTests
{
    [Fact]
    public async Task All_headers_arrive_with_repeated_values_in_their_order()
    {
        var headers = await HeadersSeenAsync("X-A: one\r\nCookie: a=1; b=2\r\nX-A: two, three\r\nx-a: \r\nAccept: */*\r\nX-U: u\r\n");

        headers["X-A"].ShouldBe(["one", "two, three", ""]);
        headers["Cookie"].ShouldBe(["a=1; b=2"]);
        headers["Accept"].ShouldBe(["*/*"]);
        headers["X-U"].ShouldBe(["u"]);
        headers["Host"].ShouldBe(["test"]);
    }

    [Fact]
    public async Task A_header_of_the_content_is_on_the_content_also_without_a_body()
    {
        var headers = await HeadersSeenAsync("Content-Type: text/x-odd;;\r\nContent-Language: de\r\nContent-Encoding: gzip\r\n");

        headers["content:Content-Type"].ShouldBe(["text/x-odd;;"]);
        headers["content:Content-Language"].ShouldBe(["de"]);
        headers["content:Content-Encoding"].ShouldBe(["gzip"]);
    }

    [Fact]
    public async Task Headers_of_the_connection_stay_behind_but_a_client_cannot_hide_others_by_naming_them_there()
    {
        var headers = await HeadersSeenAsync(
            "Connection: \r\nConnection: X-One , X-None\r\nConnection: x-TWO\r\nX-One: 1\r\nX-Two: 2\r\nX-Three: 3\r\nKeep-Alive: 5\r\nTE: trailers\r\n" +
            "Proxy-Connection: a\r\nProxy-Authorization: b\r\nTrailer: c\r\nUpgrade: d\r\nContent-Language: de\r\n");

        headers.Keys.ShouldBe(["Host", "X-One", "X-Two", "X-Three", "content:Content-Language"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_framing_of_a_chunked_body_stays_behind()
    {
        var headers = await HeadersSeenAsync("Transfer-Encoding: chunked\r\nContent-Type: text/plain\r\n", "3\r\nabc\r\n0\r\n\r\n");

        headers.Keys.ShouldBe(["Host", "content:Content-Type"], ignoreOrder: true);
    }

    private static async Task<Dictionary<string, string[]>> HeadersSeenAsync(string headers, string body = "")
    {
        var seen = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase);
        await using var server = await LiveServer.StartAsync(EdgeResponses.Router((req, ctx) =>
        {
            foreach (var (name, values) in req.Headers.NonValidated)
                seen.Add(name, [.. values]);
            foreach (var (name, values) in req.Content?.Headers.NonValidated ?? default)
                seen.Add($"content:{name}", [.. values]);
            return EdgeResponses.Text("");
        }));

        (await server.SendAsync($"POST / HTTP/1.1\r\nHost: test\r\n{headers}\r\n{body}")).Status.ShouldBe(200);
        return seen;
    }
}
