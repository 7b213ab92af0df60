using System.Net;
using Microsoft.Net.Http.Headers;
using NextConnect.Edge.Tests.Support;
using static NextConnect.Edge.Tests.Support.InMemory;

namespace NextConnect.Edge.Tests.Responses;

public sealed class ResponseCookieTests
{
    [Fact]
    public void SetCookie_and_DeleteCookie_write_a_line_each_in_order()
    {
        using var response = EdgeResponse.Empty()
            .SetCookie("b", "1")
            .SetCookie(new SetCookieHeaderValue("s", "x=y")
            {
                Path = "/app",
                HttpOnly = true,
                Secure = true,
                SameSite = SameSiteMode.Lax,
                MaxAge = TimeSpan.FromDays(1),
                Expires = new DateTimeOffset(2026, 10, 21, 7, 28, 0, TimeSpan.Zero),
            })
            .DeleteCookie("c");

        response.Headers.GetValues("Set-Cookie").ShouldBe([
            "b=1; path=/",
            "s=x=y; expires=Wed, 21 Oct 2026 07:28:00 GMT; max-age=86400; path=/app; secure; samesite=lax; httponly",
            "c=; expires=Thu, 01 Jan 1970 00:00:00 GMT; max-age=0; path=/",
        ]);
    }

    [Theory]
    [InlineData("a b", "1")]
    [InlineData("", "1")]
    [InlineData("a=", "1")]
    [InlineData("a", "1;2")]
    [InlineData("a", "1\r\nX: 1")]
    [InlineData("a", "é")]
    [InlineData("a", "a b")]
    public void Malformed_name_or_value_is_refused(string name, string value)
    {
        using var response = EdgeResponse.Empty();
        using var req = Get("/");

        Should.Throw<ArgumentException>(() => response.SetCookie(name, value));
        Should.Throw<ArgumentException>(() => req.ResponseCookies.Set(name, value));
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Theory]
    [InlineData("/a; Domain=evil", null)]
    [InlineData("/\r\nX: 1", null)]
    [InlineData("/", "é.example")]
    public void Malformed_attribute_is_refused(string path, string? domain)
    {
        using var response = EdgeResponse.Empty();

        Should.Throw<ArgumentException>(() => response.SetCookie(new SetCookieHeaderValue("a", "1") { Path = path, Domain = domain }));
        Should.Throw<ArgumentException>(() => response.DeleteCookie("a", path, domain));
    }

    [Fact]
    public async Task Cookies_of_the_request_go_with_a_returned_answer_behind_its_own()
    {
        using var response = await SendAsync(
            (req, _) =>
            {
                req.ResponseCookies.Set("b", "1");
                req.ResponseCookies.Delete("c");
                return Task.FromResult(EdgeResponse.Text("Hello").SetCookie("a", "0"));
            },
            Get("/"));

        response.Headers.GetValues("Set-Cookie").Select(line => line.Split(';')[0]).ShouldBe(["a=0", "b=1", "c="]);
    }

    [Fact]
    public async Task Cookies_of_the_request_go_with_what_RunAsync_gives()
    {
        var inner = new EdgeRouter().Get("/", (req, _) =>
        {
            req.ResponseCookies.Set("b", "1");
            return EdgeResponse.Empty();
        });
        var outer = new EdgeRouter().Get("/", async (req, ctx) => (await inner.RunAsync(req, ctx))!);

        using var response = await outer.SendAsync(Get("/"));

        response.Headers.GetValues("Set-Cookie").ShouldBe(["b=1; path=/"]);
    }

    [Fact]
    public async Task Cookies_of_the_request_go_with_OnError_s_answer()
    {
        using var response = await SendAsync(
            (req, _) =>
            {
                req.ResponseCookies.Set("b", "1");
                throw new InvalidOperationException();
            },
            Get("/"),
            new() { OnError = (_, _, _) => Task.FromResult(EdgeResponse.Text("mine", HttpStatusCode.BadGateway)) });

        response.Headers.GetValues("Set-Cookie").ShouldBe(["b=1; path=/"]);
    }
}
