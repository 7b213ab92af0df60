using System.Diagnostics;

namespace NextConnect.Package.Snippets;

internal interface IStore
{
    Task RemoveAsync(string? id);
}

internal static class CallShapes
{
    public static NodeRouter Middleware(IStore store)
    {
        var users = new NodeRouter()
            .Get("/:id", ShowUser)
            .Delete("/:id", RequireAdmin, async (req, res) =>
            {
                await store.RemoveAsync(req.Params["id"]);
                res.StatusCode = 204;
            });

        var router = new NodeRouter()
            .Use(async (req, res, next) =>
            {
                var clock = Stopwatch.StartNew();
                await next();
                Console.WriteLine($"{req.Path} took {clock.Elapsed}");
            })
            .Use("/users", users);
        return router;
    }

    public static void Endpoint(NodeRouter router)
    {
        router.Get("/hello/:name", (req, res) => res.WriteAsync($"Hello {req.Params["name"]}"));
    }

    public static void Values(WebApplication app)
    {
        var pages = new NodeRouter<string>()
            .Use(async (req, res, next) => $"<body>{await next()}</body>")
            .Get("/about", (req, res) => Task.FromResult("<h1>About us</h1>"));

        app.Run(async context => await context.Response.WriteAsync(await pages.RunAsync(context.Request, context.Response) ?? "No such page"));
    }

    public static void Edge(WebApplication app)
    {
        var edge = new EdgeRouter()
            .Use(async (req, ctx, next) =>
            {
                var response = await next();
                response.Headers.Add("X-Powered-By", "NextConnect");
                return response;
            })
            .Get("/hello/:name", (req, ctx) => new HttpResponseMessage { Content = new StringContent($"Hello {req.Params["name"]}") });

        app.Map("/edge", branch => branch.Run(edge.ToRequestDelegate()));
        using var client = new HttpClient(edge.ToHttpMessageHandler()); // the same router, without a server
    }

    public static void Callback(NodeRouter router)
    {
        router.Use(ExpressWrapper.Wrap((req, res, next) =>
        {
            res.Headers["X-Powered-By"] = "NextConnect";
            next();
        }));
    }

    private static Task ShowUser(HttpRequest req, HttpResponse res) => Task.CompletedTask;

    private static Task RequireAdmin(HttpRequest req, HttpResponse res, NextHandler next) => next();
}
