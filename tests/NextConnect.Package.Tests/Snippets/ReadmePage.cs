using NextConnect;

namespace Snippets;

internal static class ReadmePage
{
    public static NodeRouter Hello()
    {
        var router = new NodeRouter()
            .Use(async (req, res, next) =>                       // middleware: wraps every route below
            {
                await next();
                Console.WriteLine($"{req.Method} {req.Path} {res.StatusCode}");
            })
            .Get("/hello/:name", (req, res) => res.SendAsync($"Hello {req.Params["name"]}\n"))
            .Post("/users", async (req, res) =>
            {
                var user = await req.ReadFromJsonAsync<User>();
                await res.WriteAsJsonAsync(new { created = user!.Name });
            });
        // GET /hello/Ada → 200 Hello Ada
        // POST /users {"name":"Ada"} → 200 {"created":"Ada"}
        // GET /nope → 404 Route GET /nope not found

        return router;
    }

    public static async Task ListenAsync(NodeRouter router)
    {
        await router.ListenAsync("http://localhost:5085");
    }

    public static EdgeRouter Edge()
    {
        var router = new EdgeRouter()
            .Use(async (req, ctx, next) =>
            {
                var response = await next();
                response.Headers.Add("X-Powered-By", "NextConnect");
                return response;
            })
            .Get("/hello/:name", (req, ctx) => EdgeResponse.Text($"Hello {req.Params["name"]}"));
        // GET /hello/Ada → 200 (X-Powered-By: NextConnect) Hello Ada

        return router;
    }

    public static async Task<string> InMemoryAsync()
    {
        var router = Edge();
        #region
        using var client = new HttpClient(router.ToHttpMessageHandler()) { BaseAddress = new Uri("http://in.memory") };
        var text = await client.GetStringAsync("/hello/Ada");
        // → Hello Ada
        #endregion
        return text;
    }

    record User(string Name);
}
