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
    [InlineData("a b")]
    [InlineData("")]
    [InlineData("a=")]
    [InlineData("é")]
    [InlineData("a;b")]
    [InlineData("a\r\nX: 1")]
    public void Malformed_name_is_refused(string name)
    {
        using var response = EdgeResponse.Empty();
        using var req = Get("/");

        Should.Throw<ArgumentException>(() => response.SetCookie(name, "1"));
        Should.Throw<ArgumentException>(() => req.ResponseCookies.Set(name, "1"));
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        req.Cookies.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("1;2,3 \"4\"\\")]
    [InlineData("1\r\nX: 1\0")]
    [InlineData("100%25 é \U0001F600")]
    [InlineData("[{\"id\":1,\"name\":\"Ada\"}]")]
    public async Task Any_value_is_encoded_and_read_again_as_it_was(string value)
    {
        using var response = await SendAsync(
            (req, _) =>
            {
                req.ResponseCookies.Set("b", value);
                return Task.FromResult(EdgeResponse.Empty().SetCookie("a", value));
            },
            Get("/"));

        var sent = response.Headers.GetValues("Set-Cookie").Select(line => line.Split(';')[0]).ToArray();
        using var again = Get("/", ("Cookie", string.Join("; ", sent)));
        again.Cookies.ShouldBe([new("a", value), new("b", value)]);
    }

    [Fact]
    public async Task Cookie_that_is_set_again_is_sent_once_and_one_of_another_path_beside_it()
    {
        using var response = await SendAsync(
            (req, _) =>
            {
                req.ResponseCookies.Set("a", "1");
                req.ResponseCookies.Set("b", "1");
                req.ResponseCookies.Delete("a", "/old");
                req.ResponseCookies.Set("a", "2");
                return Task.FromResult(EdgeResponse.Empty());
            },
            Get("/"));

        response.Headers.GetValues("Set-Cookie").ShouldBe([
            "b=1; path=/",
            "a=; expires=Thu, 01 Jan 1970 00:00:00 GMT; max-age=0; path=/old",
            "a=2; path=/",
        ]);
    }

    [Fact]
    public async Task Cookies_of_the_request_go_with_the_error_response_when_its_own_could_not_be_sent()
    {
        using var response = await SendAsync(
            (req, _) =>
            {
                req.ResponseCookies.Set("b", "1");
                return Task.FromResult(new HttpResponseMessage((HttpStatusCode)999));
            },
            Get("/"),
            new() { OnError = (_, _, _) => Task.FromResult(EdgeResponse.Empty(HttpStatusCode.BadGateway)) });

        response.Headers.GetValues("Set-Cookie").ShouldBe(["b=1; path=/"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_response_that_every_request_receives_carries_nobody_elses_cookies(bool isAtOnce)
    {
        using var shared = new HttpResponseMessage(HttpStatusCode.NoContent) { Headers = { { "X-Own", "1" } } };
        var both = new Barrier(2);
        var router = new EdgeRouter().Get("/:user", (req, _) =>
        {
            req.ResponseCookies.Set("session", req.Params["user"]!);
            if (isAtOnce)
                both.SignalAndWait(TestTimeout.Duration).ShouldBeTrue();
            return shared;
        });

        var first = Task.Run(() => router.SendAsync(Get("/1")));
        if (!isAtOnce)
            (await first).Dispose();
        using var second = await router.SendAsync(Get("/2"));

        second.Headers.GetValues("Set-Cookie").ShouldBe(["session=2; path=/"]);
        second.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        second.Headers.GetValues("X-Own").ShouldBe(["1"]);
        (await first).Headers.GetValues("Set-Cookie").ShouldBe(["session=1; path=/"]);
        shared.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task A_response_with_cookies_keeps_what_the_handler_gave_it_and_disposes_it()
    {
        using var content = new StringContent("Hello");
        using var own = new HttpResponseMessage(HttpStatusCode.Accepted) { Content = content, ReasonPhrase = "Mine", Version = new(2, 0) };
        own.Headers.TryAddWithoutValidation("X-Odd", ["a", "b;;"]);
        var response = await SendAsync(
            (req, _) =>
            {
                req.ResponseCookies.Set("b", "1");
                return Task.FromResult(own);
            },
            Get("/"));

        (response.StatusCode, response.ReasonPhrase, response.Version).ShouldBe((own.StatusCode, own.ReasonPhrase, own.Version));
        response.Headers.NonValidated["X-Odd"].ShouldBe(["a", "b;;"]);
        (await response.TextAsync()).ShouldBe("Hello");
        response.Dispose();
        await Should.ThrowAsync<ObjectDisposedException>(() => content.ReadAsStreamAsync());
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
