using System.Net;
using NextConnect.Edge.Tests.Support;
using static NextConnect.Edge.Tests.Support.InMemory;

namespace NextConnect.Edge.Tests.Requests;

public sealed class CookieTests
{
    [Fact]
    public void Cookies_are_read_by_name_from_all_header_lines()
    {
        using var req = Get("/", ("Cookie", "a=1; token=x=y"), ("Cookie", "b={\"n\":[1,2]}; a=2"));

        req.Cookies["a"].ShouldBe("1");
        req.Cookies["token"].ShouldBe("x=y");
        req.Cookies["b"].ShouldBe("{\"n\":[1,2]}");
        req.Cookies["none"].ShouldBeNull();
        req.Cookies.All("a").ShouldBe(["1", "2"]);
    }

    [Fact]
    public void Cookies_of_a_request_without_any_are_empty()
    {
        using var req = Get("/");

        req.Cookies.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a")]
    [InlineData("=b")]
    [InlineData("a=1; b")]
    [InlineData("a=1\u0001")]
    public async Task Malformed_cookies_are_answered_400_naming_the_header(string cookies)
    {
        using var response = await SendAsync((req, _) => Task.FromResult(EdgeResponse.Text(req.Cookies["a"]!)), Get("/", ("Cookie", cookies)));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.TextAsync()).ShouldContain("\"part\":\"Cookie header\"");
    }
}
