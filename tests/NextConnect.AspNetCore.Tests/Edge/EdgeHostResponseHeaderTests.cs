namespace NextConnect.AspNetCore.Tests;

public sealed class EdgeHostResponseHeaderTests
{
    [Fact]
    public async Task SetCookie_lines_stay_separate_and_unmodified()
    {
        string[] cookies = ["a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Path=/", "b=\"x,y\"; HttpOnly", "c="];

        var response = await ResponseOfAsync(response => response.Headers.TryAddWithoutValidation("Set-Cookie", cookies));

        response["Set-Cookie"].ShouldBe(cookies);
    }

    [Fact]
    public async Task Repeated_headers_stay_separate_lines()
    {
        var response = await ResponseOfAsync(response =>
        {
            response.Headers.Add("Link", "</a>; rel=next");
            response.Headers.Add("Link", "</b>; rel=prev");
            response.Content.Headers.TryAddWithoutValidation("Content-Language", ["de", "en"]);
        });

        response["Link"].ShouldBe(["</a>; rel=next", "</b>; rel=prev"]);
        response["Content-Language"].ShouldBe(["de", "en"]);
    }

    [Fact]
    public async Task Headers_of_the_connection_are_not_sent()
    {
        var response = await ResponseOfAsync(response =>
        {
            response.Headers.TryAddWithoutValidation("Connection", ["", "X-One, close", "content-language"]);
            foreach (var name in (string[])["X-One", "X-Two", "Keep-Alive", "Proxy-Connection", "Proxy-Authenticate", "Trailer", "Upgrade"])
                response.Headers.TryAddWithoutValidation(name, "v");
            response.Content.Headers.ContentLanguage.Add("de");
        });

        response.Headers.Select(header => header.Key).ShouldBe(["Content-Length", "Content-Type", "Date", "Server", "X-Two"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_handlers_TransferEncoding_is_not_sent_and_the_server_frames_the_body()
    {
        var response = await ResponseOfAsync(response => response.Headers.TransferEncodingChunked = true);

        response["Transfer-Encoding"].ShouldBeEmpty();
        response["Content-Length"].ShouldBe(["2"]);
        response.Body.ShouldBe("ok");
    }

    [Fact]
    public async Task A_ReasonPhrase_is_not_sent() =>
        (await ResponseOfAsync(response => response.ReasonPhrase = "Fine by me")).StatusLine.ShouldBe("HTTP/1.1 200 OK");

    [Theory]
    [InlineData("a\r\nX-Evil: 1")]
    [InlineData("a\nX-Evil: 1")]
    [InlineData("a\rX-Evil: 1")]
    [InlineData("a\0b")]
    public async Task A_line_break_or_NUL_in_a_header_is_answered_500_and_injects_nothing(string value)
    {
        var response = await ResponseOfAsync(response => response.Headers.TryAddWithoutValidation("X-Value", value));

        response.Status.ShouldBe(500);
        response["X-Value"].ShouldBeEmpty();
        response["X-Evil"].ShouldBeEmpty();
        response.Body.ShouldBe("Internal Server Error");
    }

    [Fact]
    public async Task A_line_break_in_a_header_of_the_content_injects_nothing()
    {
        var response = await ResponseOfAsync(response => response.Content.Headers.TryAddWithoutValidation("Content-Disposition", "a\r\nX-Evil: 1"));

        response.Status.ShouldBe(500);
        response["X-Evil"].ShouldBeEmpty();
    }

    private static async Task<RawResponse> ResponseOfAsync(Action<HttpResponseMessage> change)
    {
        await using var server = await LiveServer.StartAsync(EdgeResponses.Router((req, ctx) =>
        {
            var response = EdgeResponses.Text("ok");
            change(response);
            return response;
        }));
        return await server.GetAsync("/");
    }
}
