using System.Net;
using System.Text;
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
        await router.ListenAsync(["http://localhost:5085", "https://localhost:5086"], new() { HandleOptions = true }, cancellationToken: cancellationToken);
    }

    public static async Task ListenOnAnyPortAsync(EdgeRouter router)
    {
        await router.ListenAsync(["http://127.0.0.1:0"], onListening: address => Console.WriteLine($"Open {address}")); // Open http://127.0.0.1:41234/
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

    public static async Task<string> OwnHostAsync()
    {
        var router = new EdgeRouter().Get("/users/:id", (req, ctx) => EdgeResponse.Text($"user {req.Params["id"]}"));

        #region
        var host = new EdgeHost(router);
        var output = new StringBuilder();
        var request = new EdgeRequest("GET", new Uri("http://localhost/users/7"));
        request.AddHeader("Accept", "text/plain");

        await host.ServeAsync(new TextExchange(request, output));
        #endregion

        return output.ToString();
    }

    sealed class TextExchange(EdgeRequest request, StringBuilder output) : EdgeExchange(request, new EdgeContext())
    {
        protected override bool HasStarted => output.Length > 0;

        protected override async Task SendAsync(HttpResponseMessage response)
        {
            var body = new MemoryStream();
            if (HasBody(response))
                await CopyBodyAsync(response, body);

            output.Append($"{(int)response.StatusCode}\n");
            foreach (var (name, value) in HeadersOf(response))
                output.Append($"{name}: {value}\n");
            output.Append(Encoding.UTF8.GetString(body.ToArray()));
        }

        protected override void Abort() => output.Clear();
    }
}
