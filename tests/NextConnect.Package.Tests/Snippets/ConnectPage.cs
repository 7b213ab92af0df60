namespace NextConnect.Package.Snippets;

/// <summary>The snippets of docs/migrating-from-connect.md, of the Connect parts of docs/middleware.md, and of the hosting of a NodeRouter.</summary>
internal static class ConnectPage
{
    public static void Stack(WebApplication app)
    {
        var stack = new NodeRouter()
            .Use(AspNetMiddleware.From(app => app.UseResponseCompression()))
            .Use(AspNetMiddleware.From(app => app.UseSession()))
            .All((req, res) => res.SendAsync("Hello from Connect!\n"));

        app.Run(stack.Handler());
    }

    public static void Layers(NodeRouter router)
    {
        router.Use((req, res, next) =>
        {
            res.Headers["X-First"] = "1";
            return next();
        });
        router.Mount("/foo", (req, res, next) => Log($"{req.PathBase} {req.Path}", next));
    }

    public static void Errors(NodeRouter router)
    {
        router.Use((error, req, res, next) =>
        {
            res.StatusCode = 500;
            return res.SendAsync("Sorry.");
        });
        router.Use("/api", (error, req, res, next) => error is TimeoutException ? next() : next(error));
        router.Use(ExpressWrapper.Wrap((error, req, res, next) => next(error)));
    }

    public static void Mount(NodeRouter admin)
    {
        var site = new NodeRouter()
            .Use("/shop", new NodeRouter().Get("/cart", (req, res) => res.WriteAsync($"{req.Path}")))
            .Mount("/admin", admin.Get("/log", (req, res) => res.WriteAsync($"{req.PathBase} {req.Path}")));
    }

    public static string OriginalUrl(HttpRequest req)
    {
        var url = req.GetEncodedPathAndQuery();
        return url;
    }

    public static async Task ListenAsync(NodeRouter router)
    {
        await router.ListenAsync("http://localhost:5085");
    }

    public static void Hosting(WebApplication app, NodeRouter router)
    {
        app.UseNextConnect(router);
        app.MapNextConnect("/api/{tenant}", router).RequireAuthorization();
    }

    public static void AspNetCoreMiddleware(NodeRouter router)
    {
        router.Mount("/files", new NodeRouter().All(AspNetMiddleware.From(app => app.UseStaticFiles())));
    }

    private static Task Log(string line, NextHandler next) => next();
}
