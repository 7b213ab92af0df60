using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using NextConnect;

namespace Snippets;

internal static class AspnetcorePage
{
    private static NodeRouter Users() => new NodeRouter().Get("/users/:id", (req, res) => res.SendAsync($"{req.Params["tenant"]}: {req.Params["id"]}"));

    public static WebApplication Use(WebApplication app)
    {
        var router = new NodeRouter()
            .Use((req, res, next) =>
            {
                res.Headers["X-Seen"] = "1";
                return next();
            })
            .Get("/hello", (req, res) => res.SendAsync("Hello"));

        app.UseNextConnect(router);
        app.MapGet("/health", () => "fine");
        // GET /hello → 200 (X-Seen: 1) Hello
        // GET /health → 200 (X-Seen: 1) fine

        return app;
    }

    public static WebApplication UseEdge(WebApplication app)
    {
        var edge = new EdgeRouter()
            .Use(async (req, ctx, next) =>
            {
                var response = await next();
                response.Headers.Add("X-Seen", "1");
                return response;
            })
            .Use("/dashboard", (req, ctx, next) =>
                req.BearerToken is null ? Task.FromResult(EdgeResponse.Redirect("/login")) : next())
            .Get("/hello", (req, ctx) => EdgeResponse.Text("Hello"));

        app.UseNextConnect(edge);
        app.MapGet("/health", () => "fine");
        app.MapGet("/dashboard/{page}", (string page) => $"page {page}");
        // GET /hello → 200 (X-Seen: 1) Hello
        // GET /health → 200 (X-Seen: 1) fine
        // GET /dashboard/sales → 307 (Location: /login)
        // GET /dashboard/sales (Authorization: Bearer secret) → 200 (X-Seen: 1) page sales

        return app;
    }

    public static WebApplication Map(WebApplication app)
    {
        var router = Users();

        #region
        app.MapNextConnect("/tenants/{tenant}", router).WithName("users");
        // GET /tenants/acme/users/7 → 200 acme: 7
        // GET /tenants/acme/nope → 404 Route GET /tenants/acme/nope not found
        #endregion

        return app;
    }

    public static WebApplication Branch(WebApplication app)
    {
        var router = new NodeRouter().Get("/users/:id", (req, res) => res.SendAsync($"{req.Path} below {req.PathBase}"));
        app.Map("/api", api => api.Run(router.Handler()));
        // GET /api/users/7 → 200 /users/7 below /api

        return app;
    }

    public static WebApplication Endpoint(WebApplication app)
    {
        var router = new NodeRouter().Get("/:disk/*", (req, res) => res.SendAsync($"{req.Params["*"]} of disk {req.Params["disk"]}"));

        app.MapGet("/{disk:int}/{**rest}", router.Handler());
        // GET /7/a.txt → 200 a.txt of disk 7

        return app;
    }

    public static WebApplication Authorization(WebApplicationBuilder builder)
    {
        var router = Users();

        #region
        builder.Services.AddAuthentication().AddBearerToken();
        builder.Services.AddAuthorization();

        var app = builder.Build();
        app.MapNextConnect("/api", router).RequireAuthorization();
        // GET /api/users/7 → 401
        #endregion

        return app;
    }

    public static WebApplication Guard(WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication().AddBearerToken();

        var router = new NodeRouter()
            .Use("/account", async (req, res, next) =>
            {
                if ((await req.HttpContext.AuthenticateAsync()).Succeeded)
                    await next();
                else
                    await req.HttpContext.ChallengeAsync();
            })
            .Get("/account", (req, res) => res.SendAsync("your account"));

        var app = builder.Build();
        app.UseNextConnect(router);
        // GET /account → 401

        return app;
    }

    public static WebApplication EdgeSession(WebApplicationBuilder builder)
    {
        builder.Services.AddHttpContextAccessor().AddDistributedMemoryCache().AddSession();

        var router = new EdgeRouter().Get("/count", (req, ctx) =>
        {
            var session = ctx.Services!.GetRequiredService<IHttpContextAccessor>().HttpContext!.Session;
            var count = (session.GetInt32("count") ?? 0) + 1;
            session.SetInt32("count", count);
            return EdgeResponse.Text($"{count}");
        });

        var app = builder.Build();
        app.UseSession();
        app.UseNextConnect(router);
        // GET /count → 200 1

        return app;
    }

    public static WebApplication StaticFiles(WebApplicationBuilder builder)
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        File.WriteAllText(Path.Combine(folder, "a.txt"), "a file");
        builder.Environment.WebRootFileProvider = new Microsoft.Extensions.FileProviders.PhysicalFileProvider(folder);
        var app = builder.Build();

        #region
        var router = new NodeRouter()
            .Mount("/files", new NodeRouter().All(AspNetMiddleware.From(app => app.UseStaticFiles())));
        app.Run(router.Handler());
        // GET /files/a.txt → 200 a file
        // GET /files/b.txt → 404
        #endregion

        return app;
    }

    public static WebApplication Compression(WebApplicationBuilder builder)
    {
        builder.Services.AddResponseCompression();

        var router = new NodeRouter()
            .Use("/reports", AspNetMiddleware.From(app => app.UseResponseCompression()))
            .Get("/reports/:id", (req, res) => res.SendAsync(new string('a', 10_000)));

        var app = builder.Build();
        app.UseNextConnect(router);
        // GET /reports/7 (Accept-Encoding: gzip) → 200 (Content-Encoding: gzip)

        return app;
    }

    public static WebApplication Antiforgery(WebApplicationBuilder builder)
    {
        var edge = new EdgeRouter().Post("/transfer", (req, ctx) => EdgeResponse.Text("transferred"));

        #region
        builder.Services.AddAntiforgery();

        var app = builder.Build();
        app.UseAntiforgery();
        app.MapNextConnect("/", edge).WithMetadata(new RequireAntiforgeryTokenAttribute());
        // POST /transfer amount=1000 → 400 (Content-Type: application/problem+json)
        #endregion

        return app;
    }

    public static NodeRouter Both()
    {
        var edge = new EdgeRouter().Get("/edge/:name", (req, ctx) => EdgeResponse.Text($"Hello {req.Params["name"]}"));
        var served = edge.ToRequestDelegate();
        var router = new NodeRouter()
            .All("/edge/*", (req, res) => served(req.HttpContext))
            .Get("/node", (req, res) => res.SendAsync("Node"));
        // GET /edge/Ada → 200 Hello Ada
        // GET /node → 200 Node

        return router;
    }
}
