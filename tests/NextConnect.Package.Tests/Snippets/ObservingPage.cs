using System.Diagnostics;
using NextConnect;

namespace Snippets;

internal static class ObservingPage
{
    private static NodeRouter Router() => new NodeRouter()
        .Use((req, res, next) => next())
        .Get("/users/:id", (req, res) => res.SendAsync("user"))
        .Get("/posts/:id", (req, res) => res.SendAsync("post"));

    public static string Explain()
    {
        var router = new NodeRouter()
            .Use((req, res, next) => next())
            .Get("/users/:id", (req, res) => res.SendAsync("user"))
            .Get("/posts/:id", (req, res) => res.SendAsync("post"));
        var table = router.Explain("GET", "/users/7").ToString();

        return table;
    }

    public static IEnumerable<string> Layers()
    {
        var router = Router();

        #region
        var list = router.Layers.Select(layer => layer.IsMiddleware
            ? $"{layer.Order} middleware"
            : $"{layer.Order} {layer.Method ?? "any method"} {layer.Pattern} with {string.Join(" and ", layer.ParamNames)}");
        // → 0 middleware, 1 GET /users/:id with id, 2 GET /posts/:id with id
        #endregion

        return list;
    }

    public static string Mounts()
    {
        var site = new NodeRouter()
            .Mount("/files", new NodeRouter().Get("/:name", (req, res) => res.SendAsync($"{req.PathBase} {req.Path}")))
            .Use((error, req, res, next) => next(error));
        var table = site.Explain("GET", "/files/a.txt").ToString();

        return table;
    }

    public static string Data()
    {
        var router = Router();

        #region
        var explanation = router.Explain("GET", "/users/7");
        var matching = explanation.Layers.Count(layer => layer.IsMatch);
        var text = $"{explanation.Outcome} {explanation.Route?.Pattern}, id is {explanation.Params["id"]}, {matching} layers match";
        // → Route /users/:id, id is 7, 2 layers match
        #endregion

        return text;
    }

    public static string Allow()
    {
        var router = Router();

        #region
        var refused = router.Explain("DELETE", "/users/7", new NodeHandlerOptions { HandleMethodNotAllowed = true });
        var outcome = $"{refused.Outcome}, allowed are {string.Join(" and ", refused.Allow)}";
        // → MethodNotAllowed, allowed are GET and HEAD
        #endregion

        return outcome;
    }

    public static string Reasons()
    {
        var router = Router();

        #region
        var reasons = string.Join("; ", router.Explain("GET", "/posts/7").Layers.Select(layer => $"{layer.Layer.Order} {layer.Mismatch}: {layer.Reason}"));
        // → 0 None: ; 1 Path: the path has 'posts' where the pattern has 'users'; 2 None:
        #endregion

        return reasons;
    }

    public static WebApplication Page(WebApplication app)
    {
        var router = Router();

        #region
        app.UseNextConnectRoutesPage(router);
        app.UseNextConnect(router);
        #endregion

        return app;
    }

    public static NodeRouter Log()
    {
        var router = new NodeRouter()
            .Use(async (req, res, next) =>
            {
                var start = Stopwatch.GetTimestamp();
                await next();
                Console.WriteLine($"{req.Method} {req.Path} {res.StatusCode} {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0.0} ms");
            })
            .Get("/hello", (req, res) => res.SendAsync("Hello"));

        return router;
    }
}
