using System.Net;
using NextConnect.Edge.Tests.Support;
using static NextConnect.Edge.Tests.Support.InMemory;

namespace NextConnect.Edge.Tests.Responses;

public sealed class UnsafeResponseTests
{
    [Theory]
    [InlineData("a\r\nX: 1")]
    [InlineData("a\nb")]
    [InlineData("a\0")]
    [InlineData("a\u0001")]
    [InlineData("é")]
    [InlineData("\u010A")]
    public async Task Header_that_would_break_the_message_is_an_error_that_OnError_answers(string value)
    {
        Exception? seen = null;
        var response = await SendAsync(
            (_, _) =>
            {
                var response = EdgeResponse.Text("never sent");
                response.Headers.TryAddWithoutValidation("X-Test", value);
                response.Content.Headers.TryAddWithoutValidation("Content-Language", value);
                return Task.FromResult(response);
            },
            Get("/"),
            new()
            {
                OnError = (error, _, _) =>
                {
                    seen = error;
                    return Task.FromResult(EdgeResponse.Text("mine", HttpStatusCode.InternalServerError));
                },
            });

        using (response)
            (await response.TextAsync()).ShouldBe("mine");
        seen.ShouldNotBeNull().Message.ShouldContain("X-Test");
        seen.Message.ShouldNotContain(value);
    }

    [Fact]
    public async Task Unsafe_answer_of_OnError_too_is_never_sent()
    {
        var router = new EdgeRouter().Get("/", (_, _) => Unsafe());
        var options = new EdgeHandlerOptions { OnError = (_, _, _) => Task.FromResult(Unsafe()) };
        using var req = Get("/");

        using var response = await TestObserver.InvokeAsync(router, options, req, new(), _ => HttpStatusCode.InternalServerError);

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        response.Headers.Contains("X-Test").ShouldBeFalse();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    [InlineData(199)]
    [InlineData(600)]
    public async Task Status_that_is_not_final_is_an_error(int status)
    {
        using var response = await SendAsync(
            (_, _) => Task.FromResult(new HttpResponseMessage((HttpStatusCode)status)),
            Get("/"),
            new() { OnError = (error, _, _) => Task.FromResult(EdgeResponse.Text(error.Message, HttpStatusCode.BadGateway)) });

        response.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        (await response.TextAsync()).ShouldContain("200 to 599");
    }

    private static HttpResponseMessage Unsafe()
    {
        var response = EdgeResponse.Empty();
        response.Headers.TryAddWithoutValidation("X-Test", "a\r\nb");
        return response;
    }
}
