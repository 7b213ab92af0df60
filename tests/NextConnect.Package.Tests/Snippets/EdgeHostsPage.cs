namespace NextConnect.Package.Snippets;

internal static class EdgeHostsPage
{
    public static void Middleware(WebApplication app, EdgeRouter router)
    {
        app.UseNextConnect(router);
        app.MapGet("/health", () => "fine");
    }

    public static void Endpoint(WebApplication app, EdgeRouter router)
    {
        app.MapNextConnect("/tenants/{tenant}", router).RequireAuthorization();
    }

    public static async Task Memory(EdgeRouter router)
    {
        var recorder = new RequestRecorder();
        using var client = new HttpClient(router.ToHttpMessageHandler(recorder: recorder)) { BaseAddress = new Uri("http://in.memory") };
        using var body = new StringContent("Ada");

        await client.PostAsync(new Uri("/users", UriKind.Relative), body);

        recorder.Requests.Single().Text.ShouldBe("Ada");
    }

    public static void PartialMock(EdgeRouter mock)
    {
        using var real = new SocketsHttpHandler();
        using var client = new HttpClient(mock.ToHttpMessageHandler(inner: real));
    }
}
