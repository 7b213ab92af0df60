using System.Net;
using NextConnect.Edge.Tests.Support;
using static NextConnect.Edge.Tests.Support.InMemory;

namespace NextConnect.Edge.Tests.Requests;

public sealed class BodyTests
{
    private const string Json = "application/json";

    [Fact]
    public async Task ReadJsonAsync_reads_with_type_information_and_by_reflection()
    {
        using var typed = Post("""{"id":7,"name":"Ada"}""", Json);
        using var reflected = Post("""{"id":"7","name":"Ada"}""", Json);

        (await typed.ReadJsonAsync(OrderJson.Default.Order)).ShouldBe(new(7, "Ada"));
        (await reflected.ReadJsonAsync<Order>()).ShouldBe(new(7, "Ada"));
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON")]
    [InlineData("application/vnd.shop.order+json")]
    [InlineData("application/ld+json; profile=\"x\"")]
    [InlineData("text/json")]
    public async Task ReadJsonAsync_accepts_the_media_types_of_JSON(string type)
    {
        using var req = Typed(type);

        (await req.ReadJsonAsync(OrderJson.Default.Order)).Id.ShouldBe(7);
    }

    [Theory]
    [InlineData("text/plain")] // what a page of another site may send without asking, with the user's cookies
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("json")]
    [InlineData("application/jsonx")]
    [InlineData("text/plain; application/json")]
    [InlineData("text/plain, application/json")]
    public async Task ReadJsonAsync_answers_415_to_other_media_types(string? type)
    {
        using var response = await SendAsync(async (req, _) => EdgeResponse.Text((await req.ReadJsonAsync(OrderJson.Default.Order)).Name), Typed(type));
        using var byReflection = await SendAsync(async (req, _) => EdgeResponse.Text((await req.ReadJsonAsync<Order>()).Name), Typed(type));

        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await response.TextAsync()).ShouldContain("application/json");
        byReflection.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData("{\"id\":")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"id\":\"secret-marker\"}")]
    public async Task Malformed_JSON_is_answered_400_with_a_problem_that_names_the_body_and_tells_nothing_else(string body)
    {
        using var response = await SendAsync(async (req, _) => EdgeResponse.Text((await req.ReadJsonAsync(OrderJson.Default.Order)).Name), Post(body, Json));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Header("Content-Type").ShouldBe("application/problem+json");
        var text = await response.TextAsync();
        text.ShouldContain("\"part\":\"body\"");
        text.ShouldNotContain("secret-marker");
        text.ShouldNotContain("LineNumber");
        text.ShouldNotContain("Exception");
    }

    [Fact]
    public async Task Missing_body_is_a_request_error_for_JSON_and_an_empty_text()
    {
        using var req = Get("/");

        (await Should.ThrowAsync<EdgeRequestException>(() => req.ReadJsonAsync(OrderJson.Default.Order))).Part.ShouldBe("body");
        (await req.ReadTextAsync()).ShouldBe("");
    }

    [Fact]
    public async Task ReadBytesAsync_gives_what_was_sent_also_where_it_is_no_text_and_leaves_it_for_others()
    {
        byte[] sent = [0xEF, 0xBB, 0xBF, .. "{\"a\":1}"u8, 0xFF];
        using var req = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new ByteArrayContent(sent) };
        using var empty = Get("/");

        (await req.ReadBytesAsync()).ShouldBe(sent);
        (await req.ReadTextAsync()).ShouldBe("{\"a\":1}\uFFFD");
        (await empty.ReadBytesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task ReadTextAsync_gives_the_raw_body_and_can_read_it_again()
    {
        using var req = Post("{\"é\": 1}\r\n", Json + "; charset=utf-8");

        (await req.ReadTextAsync()).ShouldBe("{\"é\": 1}\r\n");
        (await req.ReadTextAsync()).ShouldBe("{\"é\": 1}\r\n");
    }

    [Fact]
    public async Task Unknown_charset_is_a_request_error_that_names_the_header()
    {
        using var text = Post("x", "text/plain; charset=no-such");
        using var json = Post("{}", Json + "; charset=no-such");

        (await Should.ThrowAsync<EdgeRequestException>(() => text.ReadTextAsync())).Part.ShouldBe("Content-Type header");
        (await Should.ThrowAsync<EdgeRequestException>(() => json.ReadJsonAsync(OrderJson.Default.Order))).Part.ShouldBe("Content-Type header");
    }

    [Fact]
    public async Task OnError_sees_a_request_error_and_may_answer_it_its_own_way()
    {
        Exception? seen = null;
        using var response = await SendAsync(
            async (req, _) => EdgeResponse.Text((await req.ReadJsonAsync(OrderJson.Default.Order)).Name),
            Post("{", Json),
            new()
            {
                OnError = (error, _, _) =>
                {
                    seen = error;
                    return Task.FromResult(EdgeResponse.Text("mine", HttpStatusCode.UnprocessableEntity));
                },
            });

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        seen.ShouldBeOfType<EdgeRequestException>().InnerException.ShouldNotBeNull();
    }

    [Fact]
    public void Request_error_has_a_client_error_status()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new EdgeRequestException("body", "text", HttpStatusCode.InternalServerError));
    }

    private static HttpRequestMessage Typed(string? type)
    {
        var req = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new ByteArrayContent("""{"id":7,"name":"Ada"}"""u8.ToArray()) };
        if (type is not null)
            req.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        return req;
    }
}
