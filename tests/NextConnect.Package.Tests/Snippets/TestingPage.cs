namespace NextConnect.Package.Snippets;

public sealed class TestingPage
{
    [Fact]
    public async Task Greets_by_name()
    {
        var router = new EdgeRouter().Get("/hello/:name", (req, ctx) => new HttpResponseMessage { Content = new StringContent($"Hello {req.Params["name"]}") });
        using var client = new HttpClient(router.ToHttpMessageHandler()) { BaseAddress = new Uri("http://test") };

        (await client.GetStringAsync(new Uri("/hello/Ada", UriKind.Relative))).ShouldBe("Hello Ada");
    }

    [Fact]
    public async Task Deletes_quietly()
    {
        var router = new NodeRouter().Delete("/:id", (req, res) =>
        {
            res.StatusCode = 204;
            return Task.CompletedTask;
        });
        var context = new DefaultHttpContext { Request = { Method = "DELETE", Path = "/7" } };

        await router.Handler()(context);

        context.Response.StatusCode.ShouldBe(204);
        context.Request.Params["id"].ShouldBe("7");
    }

    [Fact]
    public void Takes_two_segments()
    {
        RoutePattern.Parse("/users/:id").Match("/users/7")!["id"].ShouldBe("7");
    }
}
