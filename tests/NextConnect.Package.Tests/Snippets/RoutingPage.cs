using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Extensions;
using NextConnect;

namespace Snippets;

internal static class RoutingPage
{
    public static NodeRouter Verbs()
    {
        var router = new NodeRouter()
            .Get("/books", (req, res) => res.SendAsync("all books"))
            .Get("/books/:id", (req, res) => res.SendAsync($"book {req.Params["id"]}"))
            .Post("/books", (req, res) => res.SendAsync("created"))
            .All("/echo", (req, res) => res.SendAsync(req.Method))
            .Add("QUERY", "/books", (req, res) => res.SendAsync("found"));
        // GET /books/7 → 200 book 7
        // GET /BOOKS/7/ → 200 book 7
        // QUERY /books → 200 found
        // PROPFIND /echo → 200 PROPFIND
        // HEAD /books → 200 (Content-Length: 9)
        // GET /books/7/8 → 404 Route GET /books/7/8 not found

        return router;
    }

    public static NodeRouter Values(NodeRouter router)
    {
        router.Get("/files/:folder/*", (req, res) => res.SendAsync($"{req.Params["folder"]}, then {req.Params["*"]}"));
        router.Get("/posts/:year/:month?", (req, res) => res.SendAsync(req.Params["month"] is { } month ? $"month {month}" : "the whole year"));
        router.Get("/all/:a/:b", (req, res) => res.SendAsync($"{string.Join(", ", req.Params.Keys)} = {string.Join(", ", req.Params.Values)}"));
        // GET /files/photos/2026/cat.jpg → 200 photos, then 2026/cat.jpg
        // GET /posts/2026 → 200 the whole year
        // GET /posts/2026/5 → 200 month 5
        // GET /all/1/2 → 200 a, b = 1, 2

        return router;
    }

    public static NodeRouter Numbers(NodeRouter router)
    {
        router.Get("/orders/:id", (req, res) =>
        {
            if (int.TryParse(req.Params["id"], out var id))
                return res.SendAsync($"order number {id}");
            res.StatusCode = 404;
            return res.SendAsync("No such order");
        });
        // GET /orders/7 → 200 order number 7
        // GET /orders/seven → 404 No such order

        return router;
    }

    public static NodeRouter OwnValues()
    {
        var router = new NodeRouter()
            .Use("/accounts/:id", (req, res, next) =>
            {
                if (req.Params["id"] == "mine")
                    return next();
                res.StatusCode = 403;
                return res.SendAsync($"no access to {req.Params["id"]}");
            })
            .Get("/accounts/:account/orders/:id", (req, res) => res.SendAsync($"order {req.Params["id"]} of {req.Params["account"]}"));
        // GET /accounts/mine/orders/7 → 200 order 7 of mine
        // GET /accounts/victim/orders/mine → 403 no access to victim

        return router;
    }

    public static string ExplainedValues()
    {
        var router = OwnValues();

        #region
        var guard = router.Explain("GET", "/accounts/victim/orders/mine").Layers[0];
        var text = $"{guard.Layer}: {guard.Summary}";
        // → use /accounts/:id: matches, with its own id = "victim"
        #endregion

        return text;
    }

    public static NodeRouter Expressions(NodeRouter router)
    {
        router.Get(new Regex(@"^/users/(?<id>[0-9]+)/?\z"), (req, res) => res.SendAsync($"user {req.Params["id"]}"));
        // GET /users/7 → 200 user 7
        // GET /users/ada → 404

        return router;
    }

    public static NodeRouter Methods()
    {
        var router = new NodeRouter()
            .Get("/books", (req, res) => res.SendAsync("all books"))
            .Post("/books", (req, res) => res.SendAsync("created"));

        return router;
    }

    public static RequestDelegate Automatic()
    {
        var router = Methods();

        #region
        var handler = router.Handler(new() { HandleMethodNotAllowed = true, HandleOptions = true });
        // DELETE /books → 405 (Allow: GET, HEAD, OPTIONS, POST)
        // OPTIONS /books → 204 (Allow: GET, HEAD, OPTIONS, POST)
        // DELETE /nope → 404
        #endregion

        return handler;
    }

    public static RequestDelegate Guarded()
    {
        var guarded = new NodeRouter()
            .All("/books", (req, res, next) => req.Query.ContainsKey("key") ? next() : res.SendAsync("no key"))
            .Get("/books", (req, res) => res.SendAsync("all books"));
        var allowing = guarded.Handler(new() { HandleMethodNotAllowed = true });
        // DELETE /books?key=1 → 405 (Allow: GET, HEAD)
        // DELETE /books → 200 no key

        return allowing;
    }

    public static NodeRouter Nested()
    {
        var posts = new NodeRouter().Get("/:post", (req, res) => res.SendAsync($"{req.Params["user"]} wrote {req.Params["post"]}, {req.Path}"));
        var site = new NodeRouter().Use("/users/:user/posts", posts);
        // GET /users/ada/posts/1 → 200 ada wrote 1, /users/ada/posts/1

        return site;
    }

    public static NodeRouter Mounted()
    {
        var log = new NodeRouter().Get("/log", (req, res) => res.SendAsync($"{req.PathBase} and {req.Path}, of {req.GetEncodedPathAndQuery()}"));
        var site = new NodeRouter().Mount("/admin", log);
        // GET /admin/log?day=1 → 200 /admin and /log, of /admin/log?day=1

        return site;
    }

    public static NodeRouter Isolated()
    {
        var shop = new NodeRouter().Use(Mark("shop")).Get("/cart", (req, res) => res.SendAsync("cart"));
        var blog = new NodeRouter().Use(Mark("blog")).Get("/posts", (req, res) => res.SendAsync("posts"));
        var site = new NodeRouter().Use("/", shop.Isolated()).Use("/", blog.Isolated());
        // GET /cart → 200 (X-Router: shop) cart
        // GET /posts → 200 (X-Router: blog) posts

        return site;
    }

    private static NodeHandler Mark(string name) => (req, res, next) =>
    {
        res.Headers.Append("X-Router", name);
        return next();
    };

    public static string Format()
    {
        var path = RoutePattern.Parse("/users/:id/files/*?").Format(new Dictionary<string, object> { ["id"] = 7, ["*"] = "a b/c" });
        // → /users/a%20b/files

        return path;
    }

    public static string? Match()
    {
        var pattern = RoutePattern.Parse("/users/:id");
        var id = pattern.Match("/users/7")?["id"];
        // → 7

        return id;
    }

    public static string? Prefix()
    {
        var pattern = RoutePattern.Parse("/users/:id");
        var id = pattern.MatchPrefix("/users/7/posts/1")?["id"];
        // → 7

        return id;
    }
}
