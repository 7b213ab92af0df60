using System.Diagnostics;
using System.Net;

namespace NextConnect.Package.Snippets;

public sealed class EdgePage
{
    [Fact]
    public async Task Client_calls_the_router_in_memory()
    {
        var router = new EdgeRouter()
            .Use(async (req, ctx, next) =>
            {
                ctx.Items["start"] = Stopwatch.GetTimestamp();
                var response = await next();
                response.Headers.Add("X-Powered-By", "NextConnect");
                return response;
            })
            .Get("/users/:id", async (req, ctx) => new HttpResponseMessage { Content = new StringContent(await NameOfAsync(req.Params["id"], ctx.Aborted)) })
            .Get("/ping", (req, ctx) => new HttpResponseMessage(HttpStatusCode.NoContent));

        using var client = new HttpClient(router.ToHttpMessageHandler()) { BaseAddress = new Uri("http://in.memory") };
        using var response = await client.GetAsync(new Uri("/ping", UriKind.Relative));

        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        response.Headers.GetValues("X-Powered-By").ShouldBe(["NextConnect"]);
    }

    private static Task<string> NameOfAsync(string? id, CancellationToken aborted) => Task.FromResult($"user {id}");
}
