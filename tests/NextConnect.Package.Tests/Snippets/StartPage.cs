using NextConnect;

namespace Snippets;

internal static class StartPage
{
    public static EdgeRouter Edge()
    {
        var router = new EdgeRouter()
            .Get("/hello/:name", (req, ctx) => EdgeResponse.Text($"Hello {req.Params["name"]}"));
        // GET /hello/Ada → 200 Hello Ada

        return router;
    }

    public static async Task ListenAsync(EdgeRouter router)
    {
        await router.ListenAsync("http://localhost:5085");
    }

    public static async Task<string> ConsoleAsync()
    {
        var router = new EdgeRouter().Get("/hello/:name", (req, ctx) => EdgeResponse.Text($"Hello {req.Params["name"]}"));
        using var client = new HttpClient(router.ToHttpMessageHandler()) { BaseAddress = new Uri("http://in.memory") };
        var text = await client.GetStringAsync("/hello/Ada");
        // → Hello Ada

        return text;
    }

    public static WebApplication Use(WebApplicationBuilder builder)
    {
        var router = new NodeRouter().Get("/hello/:name", (req, res) => res.SendAsync($"Hello {req.Params["name"]}"));

        #region
        var app = builder.Build();
        app.UseNextConnect(router);
        app.MapGet("/health", () => "fine");
        // GET /hello/Ada → 200 Hello Ada
        // GET /health → 200 fine
        #endregion

        return app;
    }

    public static WebApplication Map(WebApplicationBuilder builder)
    {
        var router = new NodeRouter().Get("/hello/:name", (req, res) => res.SendAsync($"Hello {req.Params["name"]}"));

        #region
        var app = builder.Build();
        app.MapNextConnect("/api", router);
        // GET /api/hello/Ada → 200 Hello Ada
        // GET /hello/Ada → 404
        #endregion

        return app;
    }

    public static WebApplication Run(WebApplicationBuilder builder)
    {
        var router = new NodeRouter().Get("/hello/:name", (req, res) => res.SendAsync($"Hello {req.Params["name"]}"));

        #region
        var app = builder.Build();
        app.Run(router.Handler());
        // GET /hello/Ada → 200 Hello Ada
        // GET /health → 404 Route GET /health not found
        #endregion

        return app;
    }

    public static WebApplication Trap(WebApplicationBuilder builder)
    {
        var router = new NodeRouter().Get("/hello/:name", (req, res) => res.SendAsync($"Hello {req.Params["name"]}"));

        #region
        var app = builder.Build();
        app.MapGet("/health", () => "fine"); // never reached
        app.Run(router.Handler());
        // GET /health → 404 Route GET /health not found
        #endregion

        return app;
    }
}
