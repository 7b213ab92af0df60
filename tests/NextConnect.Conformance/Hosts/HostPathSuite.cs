namespace NextConnect.Conformance.Hosts;

/// <summary>Guards and handlers agree on the path, on every host, for every target that a client can send.</summary>
public abstract class HostPathSuite(IHostHarness harness) : HostSuite(harness)
{
    [Theory]
    [InlineData("/dashboard", "guard /dashboard")]
    [InlineData("/dashboard/", "guard /dashboard")]
    [InlineData("/DASHBOARD/x", "guard /dashboard/* = x")]
    [InlineData("/%64ashboard/x", "guard /dashboard/* = x")]
    [InlineData("/dashboard/a%2Fb", "guard /dashboard/* = a%2Fb")]
    [InlineData("/dashboard/caf%C3%A9%20x", "guard /dashboard/* = caf\u00E9 x")]
    [InlineData("/dashboard/100%25", "guard /dashboard/* = 100%")]
    [InlineData("/dashboard//x", "guard /dashboard/* = /x")]
    [InlineData("/public/../dashboard/x", "guard /dashboard/* = x")]
    [InlineData("/public/%2e%2e/dashboard/x", "guard /dashboard/* = x")]
    [InlineData("/public/%252e%252e/dashboard", "other")]
    [InlineData("/%2564ashboard", "other")]
    [InlineData("/dashboard%2Fsecret", "other")]
    [InlineData("//dashboard/x", "other")]
    [InlineData("/dashboards", "other")]
    public async Task A_target_reaches_its_guard_and_its_handler(string target, string reached)
    {
        await using var host = await StartAsync(new EdgeRouter()
            .Use("/dashboard", async (req, ctx, next) =>
            {
                using var inner = await next();
                return Text($"guard {await inner.Content.ReadAsStringAsync()}");
            })
            .Get("/dashboard", (req, ctx) => Text("/dashboard"))
            .Get("/dashboard/*", (req, ctx) => Text($"/dashboard/* = {req.Params["*"]}"))
            .All((req, ctx) => Text("other")));

        using var response = await host.GetAsync(target);

        (await response.Content.ReadAsStringAsync()).ShouldBe(reached);
    }

    [Fact]
    public async Task The_query_is_in_the_uri_and_not_in_what_is_matched()
    {
        await using var host = await StartAsync(new EdgeRouter().Get("/search", (req, ctx) => Text(req.RequestUri!.Query)));

        using var response = await host.GetAsync("/search?q=a%2Fb&q=2#fragment");

        (await response.Content.ReadAsStringAsync()).ShouldBe("?q=a%2Fb&q=2");
    }

    [Theory]
    [InlineData("get", "GET")] // HttpClient writes the methods it knows in upper case
    [InlineData("PURGE", "PURGE")]
    [InlineData("purge", "purge")]
    public async Task A_method_arrives_as_it_was_sent(string method, string arrived)
    {
        await using var host = await StartAsync((req, ctx) => Text(req.Method.Method));

        using var response = await host.SendAsync(new(method), "/");

        (await response.Content.ReadAsStringAsync()).ShouldBe(arrived);
    }
}
