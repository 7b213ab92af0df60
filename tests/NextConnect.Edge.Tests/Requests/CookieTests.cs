using System.Net;
using Microsoft.Net.Http.Headers;
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

    [Theory]
    [InlineData("a=1; flag")]
    [InlineData("flag; a=1")]
    [InlineData("a=1; =x")]
    [InlineData(" = ;;a=1; ")]
    public void Cookies_without_a_name_are_skipped(string cookies)
    {
        using var req = Get("/", ("Cookie", cookies));

        req.Cookies.ShouldBe([new("a", "1")]);
    }

    [Theory]
    [InlineData("a%20b%3B%C3%A9", "a b;é")]
    [InlineData("1+2", "1+2")]
    [InlineData("100%", "100%")]
    [InlineData("%zz%41", "%zzA")]
    public void Values_are_percent_decoded_once_and_what_is_no_encoding_stays(string sent, string value)
    {
        using var req = Get("/", ("Cookie", $"a={sent}"));

        req.Cookies["a"].ShouldBe(value);
    }

    [Fact]
    public void Has_tells_an_empty_value_from_none()
    {
        using var req = Get("/?q", ("Cookie", "a=; b=1"));

        (req.Cookies.Has("a"), req.Cookies.Has("b"), req.Cookies.Has("c"), req.Cookies.Has("A")).ShouldBe((true, true, false, false));
        (req.Query.Has("q"), req.Query.Has("p")).ShouldBe((true, false));
    }

    [Fact]
    public void Cookies_show_what_was_set_and_deleted_for_the_response()
    {
        using var req = Get("/", ("Cookie", "a=1; b=2; a=3; c=4"));

        req.ResponseCookies.Set("a", "new; text");
        req.ResponseCookies.Delete("b");
        req.ResponseCookies.Set(new SetCookieHeaderValue("d", "raw%21") { HttpOnly = true, MaxAge = TimeSpan.FromDays(1) });
        req.ResponseCookies.Set(new SetCookieHeaderValue("c", "x") { Expires = DateTimeOffset.UnixEpoch });

        req.Cookies.ShouldBe([new("a", "new; text"), new("d", "raw!")]);
        req.Cookies.Has("b").ShouldBeFalse();
        req.ResponseCookies.Set("b", "again");
        req.Cookies["b"].ShouldBe("again");
    }

    [Fact]
    public async Task Cookies_set_by_one_layer_are_shown_to_those_behind_it_and_to_OnError()
    {
        string?[] seen = [];
        using var response = await new EdgeRouter()
            .Use((req, _, next) =>
            {
                req.ResponseCookies.Set("a", "1");
                return next();
            })
            .Get("/", (req, _) => throw new InvalidOperationException(req.Cookies["a"]))
            .SendAsync(Get("/"), new()
            {
                OnError = (error, req, _) =>
                {
                    seen = [error.Message, req.Cookies["a"]];
                    return Task.FromResult(EdgeResponse.Empty());
                },
            });

        seen.ShouldBe(["1", "1"]);
    }

    [Fact]
    public void Cookies_of_a_request_without_any_are_empty()
    {
        using var req = Get("/");

        req.Cookies.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a=1\u0001")]
    [InlineData("a=1; b\t=2\n")]
    public async Task Malformed_cookies_are_answered_400_naming_the_header(string cookies)
    {
        using var response = await SendAsync((req, _) => Task.FromResult(EdgeResponse.Text(req.Cookies["a"]!)), Get("/", ("Cookie", cookies)));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.TextAsync()).ShouldContain("\"part\":\"Cookie header\"");
    }
}
