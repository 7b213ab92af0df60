using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace NextConnect.AspNetCore.Tests;

public sealed class EdgeHostUriTests
{
    [Theory]
    [InlineData("Host: \r\n")]
    [InlineData("Host: a:99999\r\n")]
    [InlineData("Host: ..\r\n")]
    [InlineData("Host: a..b\r\n")]
    public async Task A_Host_that_is_no_authority_is_replaced_by_localhost(string header) =>
        (await UriSeenAsync($"GET /p?q=1 HTTP/1.1\r\n{header}\r\n")).ShouldBe("http://localhost/p?q=1");

    [Fact]
    public async Task A_Host_with_a_very_long_label_is_replaced_by_localhost() =>
        (await UriSeenAsync($"GET /p HTTP/1.1\r\nHost: {new string('a', 300)}\r\n\r\n")).ShouldBe("http://localhost/p");

    [Fact]
    public async Task A_request_of_HTTP_1_0_without_Host_gets_localhost() =>
        (await UriSeenAsync("GET /p HTTP/1.0\r\n\r\n")).ShouldBe("http://localhost/p");

    [Theory]
    [InlineData("example.com")]
    [InlineData("example.com:8080")]
    [InlineData("[::1]:81")]
    [InlineData("a_b")]
    [InlineData("xn--")]
    public async Task The_Host_is_the_authority_of_the_uri(string host) =>
        (await UriSeenAsync($"GET /p HTTP/1.1\r\nHost: {host}\r\n\r\n")).ShouldBe($"http://{host}/p");

    [Theory]
    [InlineData("/%2564ashboard", "/%2564ashboard")]
    [InlineData("/public/%252e%252e/dashboard", "/public/%252e%252e/dashboard")]
    [InlineData("/a%2Fb%2fc", "/a%2Fb%2Fc")]
    [InlineData("/caf%C3%A9/%20x", "/caf%C3%A9/%20x")]
    [InlineData("/%FF%zz%", "/%25FF%25zz%25")]
    [InlineData("/a\\b", "/a%5Cb")]
    [InlineData("/a%3Fb%23c?d=1%26#e", "/a%3Fb%23c?d=1%26%23e")]
    [InlineData("//evil/x", "//evil/x")]
    public async Task The_uri_decodes_once_to_the_servers_path(string target, string pathAndQuery) =>
        (await UriSeenAsync($"GET {target} HTTP/1.1\r\nHost: test\r\n\r\n")).ShouldBe($"http://test{pathAndQuery}");

    [Fact]
    public async Task The_asterisk_of_OPTIONS_is_the_root_uri() =>
        (await UriSeenAsync("OPTIONS * HTTP/1.1\r\nHost: test\r\n\r\n")).ShouldBe("http://test/");

    [Theory]
    [InlineData("/%2564ashboard")]
    [InlineData("/public/%252e%252e/dashboard")]
    public async Task A_doubly_encoded_target_reaches_no_guarded_handler(string target)
    {
        await using var server = await LiveServer.StartAsync(new EdgeRouter().Get("/dashboard", (req, ctx) => EdgeResponses.Text("secret")));

        (await server.GetAsync(target)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_path_base_is_in_the_uri_but_not_in_what_is_matched()
    {
        var router = new EdgeRouter().Get("/users/:id", (req, ctx) => EdgeResponses.Text($"{req.Params["id"]} {req.RequestUri}"));
        await using var server = await LiveServer.StartAsync(app => app.Map(new PathString("/b%41se"), branch => branch.Run(router.ToRequestDelegate())));

        (await server.GetAsync("/b%2541se/users/7")).Body.ShouldBe("7 http://test/b%2541se/users/7");
    }

    [Theory]
    [InlineData("")]
    [InlineData("no scheme")]
    [InlineData("1http")]
    public async Task A_scheme_that_is_none_gives_the_uri_of_localhost(string scheme)
    {
        await using var server = await LiveServer.StartAsync(app =>
        {
            app.Use((context, next) =>
            {
                context.Request.Scheme = scheme;
                return next(context);
            });
            app.UseNextConnect(EdgeResponses.Router((req, ctx) => EdgeResponses.Text(req.RequestUri!.AbsoluteUri)));
        });

        (await server.GetAsync("/p")).Body.ShouldBe("http://localhost/p");
        server.Log.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("NO METHOD")]
    public async Task A_method_that_is_none_is_answered_400(string method)
    {
        await using var server = await LiveServer.StartAsync(app =>
        {
            app.Use((context, next) =>
            {
                context.Request.Method = method; // as a method override from a header
                return next(context);
            });
            app.UseNextConnect(EdgeResponses.Router((req, ctx) => EdgeResponses.Text(req.Method.Method)));
        });

        (await server.GetAsync("/p")).Status.ShouldBe(400);
        server.Log.Errors.ShouldBeEmpty();
    }

    private static async Task<string> UriSeenAsync(string request)
    {
        await using var server = await LiveServer.StartAsync(EdgeResponses.Router((req, ctx) => EdgeResponses.Text(req.RequestUri!.AbsoluteUri)));
        return (await server.SendAsync(request)).Body;
    }
}
