using System.Net;
using NextConnect;

namespace Snippets;

internal static class HostsPage
{
    private static EdgeRouter Router() => new EdgeRouter()
        .Get("/users/:id", (req, ctx) => EdgeResponse.Text($"{ctx.PathBase} {req.Params["tenant"]} {req.Params["id"]}"))
        .Post("/users", async (req, ctx) => EdgeResponse.Text(await req.ReadTextAsync(ctx.Aborted), HttpStatusCode.Created));

    public static WebApplication Map(WebApplication app)
    {
        var router = Router();

        #region
        app.MapNextConnect("/tenants/{tenant}", router);
        // GET /tenants/acme/users/7 → 200 /tenants/acme acme 7
        #endregion

        return app;
    }

    public static async Task ListenAsync(EdgeRouter router)
    {
        await router.ListenAsync("http://localhost:5085");
    }

    public static async Task ListenWithOptionsAsync(EdgeRouter router, CancellationToken cancellationToken)
    {
        await router.ListenAsync(["http://localhost:5085", "https://localhost:5086"], new() { HandleOptions = true }, cancellationToken);
    }

    public static async Task<string> MemoryAsync()
    {
        var router = Router();

        #region
        var recorder = new RequestRecorder();
        using var client = new HttpClient(router.ToHttpMessageHandler(recorder: recorder)) { BaseAddress = new Uri("http://in.memory") };
        using var body = new StringContent("Ada");
        using var response = await client.PostAsync("/users", body);

        var recorded = recorder.Requests.Single();
        var text = $"{recorded.Method} {recorded.Uri} with {recorded.Text}: {(int)recorded.Status!}, {recorded.WasMatched}";
        // → POST http://in.memory/users with Ada: 201, True
        #endregion

        return text;
    }

    public static void PartialMock(EdgeRouter mock)
    {
        using var real = new SocketsHttpHandler();
        using var client = new HttpClient(mock.ToHttpMessageHandler(inner: real));
    }
}
