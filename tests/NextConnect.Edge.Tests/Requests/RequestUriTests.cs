using System.Net;

namespace NextConnect.Edge.Tests;

/// <summary>The path of a request that comes without a host.</summary>
public sealed class RequestUriTests
{
    [Theory]
    [InlineData("http://test/users/7", "7")]
    [InlineData("https://user:pass@test:8443/users/7?id=8#9", "7")]
    [InlineData("/users/7", "7")]
    [InlineData("/users/7?x=1", "7")]
    [InlineData("/users/7#x", "7")]
    [InlineData("users/7", "7")]
    [InlineData("http://test/%75sers/a%20b", "a b")]
    [InlineData("/users/a%20b", "a b")]
    [InlineData("http://test/users/a%2Fb", "a%2Fb")]
    [InlineData("http://test/users/%2561", "%61")]
    [InlineData("http://test/other/../users/7", "7")]
    [InlineData("/other/../users/7", "7")]
    [InlineData("http://test/users/%C3%BC", "ü")]
    public async Task Absolute_and_relative_uris_give_the_path_that_a_server_would(string target, string id)
    {
        using var response = await SendAsync(new Uri(target, UriKind.RelativeOrAbsolute));

        (await response.Content.ReadAsStringAsync()).ShouldBe(id);
    }

    [Fact]
    public async Task Host_alone_is_the_root()
    {
        using var req = new HttpRequestMessage(HttpMethod.Get, "http://test");

        using var response = await new EdgeRouter().Get("/", (_, _) => new HttpResponseMessage(HttpStatusCode.Accepted)).Handler()(req, new());

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Request_without_uri_is_400_from_Handler_and_RunAsync()
    {
        using var response = await SendAsync(null);
        using var req = new HttpRequestMessage();
        using var run = await new EdgeRouter().Use((_, _, next) => next()).RunAsync(req, new());

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        run!.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("http://test/a%00b")]
    [InlineData("/a%0Ab")]
    [InlineData("http://test/a%7Fb")]
    public async Task Escaped_control_character_is_400(string target)
    {
        using var response = await SendAsync(new Uri(target, UriKind.RelativeOrAbsolute));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/nothing?x=1", "Route GET /nothing?x=1 not found")]
    [InlineData("http://test:81/nothing?x=1", "Route GET http://test:81/nothing?x=1 not found")]
    public async Task Default_404_names_the_uri_as_it_is(string target, string text)
    {
        using var response = await SendAsync(new Uri(target, UriKind.RelativeOrAbsolute));

        (await response.Content.ReadAsStringAsync()).ShouldBe(text);
    }

    private static async Task<HttpResponseMessage> SendAsync(Uri? uri)
    {
        using var req = new HttpRequestMessage(HttpMethod.Get, uri);
        return await new EdgeRouter()
            .Get("/users/:id", (req, _) => new HttpResponseMessage { Content = new StringContent(req.Params["id"]!) })
            .Handler()(req, new());
    }
}
