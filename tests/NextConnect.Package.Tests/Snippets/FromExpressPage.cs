using Microsoft.AspNetCore.Http.Extensions;
using NextConnect;

namespace Snippets;

internal static class FromExpressPage
{
    public static NodeRouter Hello()
    {
        var router = new NodeRouter()
            .Get("/", (req, res) => res.SendAsync("Hello World!"))
            .Post("/users", async (req, res) =>
            {
                var user = await req.ReadFromJsonAsync<User>();
                res.StatusCode = 201;
                await res.WriteAsJsonAsync(user);
            });
        // GET / → 200 Hello World!
        // POST /users {"name":"Ada"} → 201 {"name":"Ada"}

        return router;
    }

    public static async Task ListenAsync(NodeRouter router)
    {
        await router.ListenAsync("http://localhost:3000");
    }

    public static WebApplication Stack(WebApplicationBuilder builder)
    {
        builder.Services.AddResponseCompression().AddDistributedMemoryCache().AddSession();
        var app = builder.Build();

        var stack = new NodeRouter()
            .Use(AspNetMiddleware.From(app => app.UseResponseCompression()))
            .Use(AspNetMiddleware.From(app => app.UseSession()))
            .Use((req, res, next) => res.SendAsync("Hello!\n"));
        app.UseNextConnect(stack);
        // GET / → 200 Hello!

        return app;
    }

    public static NodeRouter Layers(NodeRouter router)
    {
        router.Use((req, res, next) =>
        {
            res.Headers["X-First"] = "1";
            return next();
        });
        router.Mount("/blog", new NodeRouter()
            .All((req, res) => res.SendAsync($"{req.PathBase} {req.Path}, of {req.GetEncodedPathAndQuery()}")));
        router.All((req, res) => res.SendAsync("other"));
        // GET /blog/post?x=1 → 200 (X-First: 1) /blog /post, of /blog/post?x=1
        // GET /blog → 200 (X-First: 1) /blog , of /blog
        // GET /other → 200 (X-First: 1) other

        return router;
    }

    public static NodeRouter Nested()
    {
        var birds = new NodeRouter()
            .Use(LogTime)
            .Get("/", (req, res) => res.SendAsync("Birds home page"))
            .Get("/about", (req, res) => res.SendAsync("About birds"));
        var app = new NodeRouter().Use("/birds", birds);
        // GET /birds → 200 Birds home page
        // GET /birds/about → 200 About birds

        return app;
    }

    public static NodeRouter Guards(NodeRouter router)
    {
        router.Get("/example", LogTime, (req, res) => res.SendAsync("Hello from B!"));
        router.All("/secret", RequireLogin, (req, res) => res.SendAsync("secret"));
        // GET /example → 200 Hello from B!
        // GET /secret → 401

        return router;
    }

    public static NodeRouter WithoutCounterpart(NodeRouter router)
    {
        router.Use("/users/:user", (req, res, next) =>
        {
            req.HttpContext.Items["user"] = $"user {req.Params["user"]}";
            return next();
        });
        router.Get("/users/:user", (req, res) => res.SendAsync($"{req.HttpContext.Items["user"]}"));

        foreach (var path in (string[])["/a", "/b"])
            router.Get(path, (req, res) => res.SendAsync("a or b"));

        router.Get("/things/:id", (req, res, next) => req.Params["id"] == "0" ? next() : res.SendAsync("a thing"));
        router.Get("/things/:id", (req, res) => res.SendAsync("nothing"));
        // GET /users/Ada → 200 user Ada
        // GET /b → 200 a or b
        // GET /things/7 → 200 a thing
        // GET /things/0 → 200 nothing

        return router;
    }

    public static NodeRouter Errors(NodeRouter router)
    {
        router.Get("/broken", (req, res) => throw new InvalidOperationException("BROKEN"));
        router.Use((error, req, res, next) =>
        {
            res.StatusCode = 500;
            return res.SendAsync("Sorry.");
        });
        // GET /broken → 500 Sorry.

        return router;
    }

    public static NodeRouter Wrapped(NodeRouter router)
    {
        router.Use(ExpressWrapper.Wrap((req, res, next) =>
        {
            req.HttpContext.Items["user"] = "Ada";
            next();
        }));
        router.Use(ExpressWrapper.Wrap((error, req, res, next) => next(error)));
        router.Get("/user", (req, res) => res.SendAsync($"{req.HttpContext.Items["user"]}"));
        // GET /user → 200 Ada

        return router;
    }

    public static NodeRouter Responses(NodeRouter router)
    {
        router.Get("/text", (req, res) => res.SendAsync("text"));
        router.Get("/json", (req, res) => res.WriteAsJsonAsync(new { user = "tobi" }));
        router.Get("/gone", (req, res) =>
        {
            res.StatusCode = 410;
            return Task.CompletedTask;
        });
        router.Get("/old", (req, res) =>
        {
            res.Redirect("/new");
            return Task.CompletedTask;
        });
        router.Get("/cookie", (req, res) =>
        {
            res.Cookies.Append("name", "tobi", new CookieOptions { HttpOnly = true });
            return res.SendAsync("ok");
        });
        // GET /json → 200 {"user":"tobi"}
        // GET /gone → 410
        // GET /old → 302 (Location: /new)
        // GET /cookie → 200 (Set-Cookie: name=tobi; path=/; httponly) ok

        return router;
    }

    private static Task LogTime(HttpRequest req, HttpResponse res, NextHandler next)
    {
        Console.WriteLine($"Time: {DateTimeOffset.Now}");
        return next();
    }

    private static Task RequireLogin(HttpRequest req, HttpResponse res, NextHandler next)
    {
        if (req.HttpContext.User is { Identity.IsAuthenticated: true })
            return next();
        res.StatusCode = 401;
        return Task.CompletedTask;
    }

    record User(string Name);
}
