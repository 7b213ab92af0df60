using Microsoft.AspNetCore.Http;

namespace NextConnect.AspNetCore.Tests;

/// <summary>What of a request a handler reads by ASP.NET Core's own means, without a parser as middleware.</summary>
public sealed class NodeHostRequestTests
{
    [Fact]
    public async Task Form_JSON_query_and_cookies_need_no_parser_in_front()
    {
        var router = new NodeRouter()
            .Post("/form", async (req, res) => await res.WriteAsync($"{(await req.ReadFormAsync())["name"]}"))
            .Post("/json", async (req, res) => await res.WriteAsync($"{(await req.ReadFromJsonAsync<Dictionary<string, string>>())!["name"]}"))
            .Get("/query", (req, res) => res.WriteAsync($"{req.Query["name"]} {req.Cookies["session"]}"));
        await using var server = await LiveServer.StartAsync(router);

        (await server.SendAsync("POST /form HTTP/1.1\r\nHost: test\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 8\r\n\r\nname=Ada"))
            .Body.ShouldBe("Ada");
        (await server.SendAsync("POST /json HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\nContent-Length: 14\r\n\r\n{\"name\":\"Ada\"}"))
            .Body.ShouldBe("Ada");
        (await server.SendAsync("GET /query?name=Ada HTTP/1.1\r\nHost: test\r\nCookie: session=s\r\n\r\n")).Body.ShouldBe("Ada s");
    }
}
