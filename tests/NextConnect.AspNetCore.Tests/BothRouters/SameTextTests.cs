using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace NextConnect.AspNetCore.Tests;

/// <summary>Cookies and JSON have the same text in handlers of a <see cref="NodeRouter"/> and of an <see cref="EdgeRouter"/>.</summary>
public sealed class SameTextTests
{
    [Theory]
    [InlineData("a=1", "1")]
    [InlineData("b=2; a=1; c=3", "1")]
    [InlineData("a=x=y", "x=y")]
    [InlineData("a=1+2", "1+2")]
    [InlineData("a=a%20b%3B%C3%A9", "a b;é")]
    [InlineData("a=%25zz", "%zz")]
    [InlineData("a=100%", "100%")]
    [InlineData("a=%zz%41", "%zzA")]
    [InlineData("a=\"quoted\"", "\"quoted\"")]
    [InlineData("flag; a=1", "1")]
    [InlineData("a=1; flag", "1")]
    [InlineData("=x; a=1", "1")]
    [InlineData("b=1", null)]
    public async Task A_cookie_is_read(string header, string? value) => (await ReadAsync(header)).ShouldBe([value, value]);

    [Theory]
    [InlineData("a=1; a=2", "2", "1")] // the last, and the first, which has the most specific path
    [InlineData("a=", null, "")]
    [InlineData("A=1", "1", null)]
    [InlineData("a={\"n\":[1,2]}", null, "{\"n\":[1,2]}")] // not encoded: set by a script
    public async Task A_cookie_that_ASP_NET_Core_reads_in_its_own_way(string header, string? node, string? edge) =>
        (await ReadAsync(header)).ShouldBe([node, edge]);

    [Theory]
    [InlineData("1")]
    [InlineData("")]
    [InlineData("a b;c,\"d\"\\é%41+=/")]
    [InlineData("1\r\nX-Evil: 1")]
    public async Task A_cookie_is_set(string value)
    {
        await using var server = await StartAsync(
            new NodeRouter().All((req, res) =>
            {
                res.Cookies.Append("a", value);
                res.Cookies.Append("b", value);
                return Task.CompletedTask;
            }),
            new EdgeRouter().All((req, ctx) =>
            {
                req.ResponseCookies.Set("b", value);
                return EdgeResponse.Empty().SetCookie("a", value);
            }));

        var node = await server.GetAsync("/node");
        var edge = await server.GetAsync("/edge");

        node["Set-Cookie"].Length.ShouldBe(2);
        edge["Set-Cookie"].ShouldBe(node["Set-Cookie"]);
    }

    [Fact]
    public async Task JSON_is_written()
    {
        var value = new { Error = "Aren't <ä> & \"\\\u0001\U0001F600+", UserId = 1.5, None = (string?)null };
        await using var server = await StartAsync(
            new NodeRouter().All((req, res) => res.WriteAsJsonAsync(value)),
            new EdgeRouter().All((req, ctx) => EdgeResponse.Json(value)));

        var node = await server.GetAsync("/node");
        var edge = await server.GetAsync("/edge");

        node.Body.ShouldContain("Aren't <");
        edge.Body.ShouldBe(node.Body);
    }

    private static async Task<string?[]> ReadAsync(string header)
    {
        string?[] seen = ["none", "none"];
        await using var server = await StartAsync(
            new NodeRouter().All((req, res) =>
            {
                seen[0] = req.Cookies["a"];
                return Task.CompletedTask;
            }),
            new EdgeRouter().All((req, ctx) =>
            {
                seen[1] = req.Cookies["a"];
                return EdgeResponse.Empty();
            }));
        foreach (var path in (string[])["/node", "/edge"])
            await server.SendAsync($"GET {path} HTTP/1.1\r\nHost: test\r\nCookie: {header}\r\n\r\n");
        return seen;
    }

    private static Task<LiveServer> StartAsync(NodeRouter node, EdgeRouter edge) => LiveServer.StartAsync(app =>
    {
        app.Map("/node", branch => branch.Run(node.Handler()));
        app.Map("/edge", branch => branch.Run(edge.ToRequestDelegate()));
    });
}
