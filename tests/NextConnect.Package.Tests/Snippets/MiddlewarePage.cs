using NextConnect;

namespace Snippets;

internal static class MiddlewarePage
{
    public static NodeRouter Chain()
    {
        var router = new NodeRouter()
            .Use(AddVersion)
            .Use("/admin", RequireAdmin)
            .Get("/admin/report", LoadReport, (req, res) => res.SendAsync($"report {req.HttpContext.Items["report"]}"))
            .All("/admin/*", (req, res) => res.SendAsync("anything else below /admin"));
        // GET /admin/report (Authorization: Bearer secret) → 200 (X-Version: 1) report 7
        // GET /admin/users (Authorization: Bearer secret) → 200 anything else below /admin
        // GET /admin/users → 403 (X-Version: 1)
        // GET /other → 404

        return router;
    }

    private static Task AddVersion(HttpRequest req, HttpResponse res, NextHandler next)
    {
        res.Headers["X-Version"] = "1";
        return next();
    }

    private static Task RequireAdmin(HttpRequest req, HttpResponse res, NextHandler next)
    {
        if (req.Headers.Authorization == "Bearer secret")
            return next();
        res.StatusCode = 403;
        return Task.CompletedTask;
    }

    private static async Task LoadReport(HttpRequest req, HttpResponse res, NextHandler next)
    {
        req.HttpContext.Items["report"] = 7;
        await next();
    }

    public static NodeRouter Guards()
    {
        var router = new NodeRouter()
            .All("/admin/*", RequireAdmin)
            .Get("/admin", (req, res) => res.SendAsync("not covered"))
            .Get("/admin/users", (req, res) => res.SendAsync("covered"));
        // GET /admin → 200 not covered
        // GET /admin/users → 403

        return router;
    }

    public static string ExplainedGuard()
    {
        var router = Guards();

        #region
        var why = router.Explain("GET", "/admin").Layers[0].Reason;
        // → '*' needs at least one segment, and the path ends before it; middleware by Use covers the path itself too
        #endregion

        return why;
    }

    public static NodeRouter Shapes(NodeRouter router)
    {
        router.Get("/endpoint", (req, res) => res.SendAsync("an endpoint"));
        router.Get("/guarded", RequireAdmin, (req, res) => res.SendAsync("a handler, then an endpoint"));
        router.Get("/both", AddVersion, RequireAdmin, (req, res) => res.SendAsync("two handlers, then an endpoint"));
        router.Get("/list", [AddVersion, RequireAdmin, LoadReport], (req, res) => res.SendAsync("any number of handlers, then an endpoint"));
        router.Get("/handlers", AddVersion, RequireAdmin);
        // GET /endpoint → 200 an endpoint
        // GET /guarded (Authorization: Bearer secret) → 200 a handler, then an endpoint
        // GET /both (Authorization: Bearer secret) → 200 (X-Version: 1) two handlers, then an endpoint
        // GET /list → 403 (X-Version: 1)
        // GET /handlers (Authorization: Bearer secret) → 404

        return router;
    }

    public static NodeRouter Both()
    {
        var router = new NodeRouter().Use(async (req, res, next) =>
        {
            res.Headers["X-Before"] = "1";
            await next();
            Console.WriteLine(res.StatusCode);
        });
        router.Get("/", (req, res) => res.SendAsync("between"));
        // GET / → 200 (X-Before: 1) between

        return router;
    }

    public static async Task<string> OnlyMiddlewareAsync(HttpContext context)
    {
        var router = new NodeRouter().Use((req, res, next) =>
        {
            res.Headers["X-Seen"] = "1";
            return next();
        });
        await router.RunAsync(context.Request, context.Response);
        var seen = context.Response.Headers["X-Seen"].ToString();
        // → 1

        return seen;
    }

    public static NodeRouter Freeze()
    {
        var common = new NodeRouter().Use(AddVersion);
        var orders = common.Clone().Get("/orders", (req, res) => res.SendAsync("orders"));
        var reports = common.Clone().Get("/reports", RequireAdmin, (req, res) => res.SendAsync("reports"));
        // GET /reports (Authorization: Bearer secret) → 200 (X-Version: 1) reports
        // GET /orders → 404

        return reports;
    }

    public static async Task<int> ValuesAsync(HttpContext context)
    {
        var sum = new NodeRouter<int>()
            .Use(async (req, res, next) => await next() + 1)
            .Get("/", (req, res) => Task.FromResult(2));
        var three = await sum.RunAsync(context.Request, context.Response);
        // → 3

        return three;
    }

    public static WebApplication Pages(WebApplication app)
    {
        var pages = new NodeRouter<string?>()
            .Use(async (req, res, next) => await next() is { } page ? $"<body>{page}</body>" : null)
            .Get("/about", (req, res) => Task.FromResult<string?>("<h1>About us</h1>"));

        app.Run(async context =>
        {
            var page = await pages.RunAsync(context.Request, context.Response);
            context.Response.StatusCode = page is null ? 404 : 200;
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.SendAsync(page ?? "No such page");
        });
        // GET /about → 200 <body><h1>About us</h1></body>
        // GET /nope → 404 No such page

        return app;
    }

    public static async Task<string?> PassedOn(HttpContext context)
    {
        var pages = new NodeRouter<string?>()
            .Use(ExpressWrapper.Wrap((req, res, next) =>
            {
                res.Headers["X-Powered-By"] = "NextConnect";
                next();
            }).WithResult<string?>())
            .Get("/", (req, res) => Task.FromResult<string?>("home"));
        var home = await pages.RunAsync(context.Request, context.Response);
        // → home

        return home;
    }

    public static NodeRouter Wrapped(NodeRouter router)
    {
        router.Use(ExpressWrapper.Wrap((req, res, next) =>
        {
            res.Headers["X-Powered-By"] = "NextConnect";
            next();
        }));
        router.Use("/banned", ExpressWrapper.Wrap(async (req, res, next) =>
        {
            await Task.Delay(1);
            next(new InvalidOperationException("Banned."));
        }));
        router.All((req, res) => res.SendAsync("welcome"));
        // GET / → 200 (X-Powered-By: NextConnect) welcome
        // GET /banned → 500 Internal Server Error

        return router;
    }

    public static NodeRouter Later(NodeRouter router)
    {
        router.Get("/later", ExpressWrapper.Wrap((req, res, next) =>
        {
            _ = RespondLaterAsync();

            async Task RespondLaterAsync()
            {
                await Task.Delay(50);
                await res.SendAsync("later");
            }
        }));
        router.Get("/parts", ExpressWrapper.Wrap((req, res, next) =>
        {
            _ = RespondLaterAsync();

            async Task RespondLaterAsync()
            {
                await Task.Delay(50);
                await res.WriteAsync("in ");
                await res.WriteAsync("parts");
                res.End();
            }
        }));
        // GET /later → 200 later
        // GET /parts → 200 in parts

        return router;
    }
}
