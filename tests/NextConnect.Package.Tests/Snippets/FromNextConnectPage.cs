using System.Diagnostics;
using System.Net;
using NextConnect;

namespace Snippets;

internal static class FromNextConnectPage
{
    private static readonly NodeHandler A = (req, res, next) => next();

    public static WebApplication Version0(WebApplication app)
    {
        var api = new NodeRouter()
            .Get((req, res) => res.SendAsync("Hello world"))
            .Post((req, res) => res.WriteAsJsonAsync(new { hello = "world" }))
            .Put(async (req, res, next) => await res.SendAsync("asynchronous too"))
            .Patch((req, res) => throw new InvalidOperationException("Caught, and handled."));
        app.Run(api.Handler());
        // GET / → 200 Hello world
        // POST / → 200 {"hello":"world"}
        // PATCH / → 500 Internal Server Error

        return app;
    }

    public static void OnError(WebApplication app)
    {
        var router = new NodeRouter()
            .Use((req, res, next) => throw new InvalidOperationException("oh no"))
            .Use((error, req, res, next) => next())
            .All((req, res) => res.SendAsync("error no more"));

        app.Run(router.Handler(new()
        {
            OnNoMatch = (req, res) =>
            {
                res.StatusCode = 404;
                return res.SendAsync("No page here");
            },
        }));
        // GET / → 200 error no more
    }

    public static void Params(NodeRouter router)
    {
        router.Get("/users/:userId/posts/:postId", (req, res) => res.SendAsync($"{req.Params["userId"]} {req.Params["postId"]}"));
        // GET /users/1/posts/2 → 200 1 2
    }

    public static NodeRouter Compose(
        NodeHandler first, NodeHandler second, NodeHandler checkAuth, NodeEndpoint list, NodeEndpoint create, NodeEndpoint replace, ExpressHandler library)
    {
        var common = new NodeRouter().Use(first).Use("/", second);
        var auth = new NodeRouter().Use("/dashboard", checkAuth);
        var sub = new NodeRouter().Get(list).Post("/baz", create).Put("/", replace);
        return new NodeRouter().Use(common, auth).Use("/foo", sub).Use(ExpressWrapper.Wrap(library));
    }

    public static void Methods(NodeRouter router)
    {
        router.Get("/api/user", (req, res) => res.WriteAsJsonAsync(req.HttpContext.Items["user"]));
        router.Post("/api/users", (req, res) => res.SendAsync("created"));
        router.Put("/api/user/:id", (req, res) => res.SendAsync($"{req.Params["id"]} updated"));
        router.All((req, res) => res.SendAsync("any method, any path"));
        // PUT /api/user/7 → 200 7 updated
        // DELETE /x → 200 any method, any path
    }

    public static async Task RunAsync(HttpContext context, ExpressHandler initialize, NodeHandler save)
    {
        var router = new NodeRouter().Use(ExpressWrapper.Wrap(initialize)).Post(save);
        try
        {
            await router.RunAsync(context.Request, context.Response);
        }
        catch (InvalidOperationException)
        {
            context.Response.StatusCode = 400;
        }
    }

    public static async Task ServeAsync(NodeRouter handler)
    {
        await handler.ListenAsync("http://localhost:3000", "https://localhost:3001"); // HTTP/1.1; HTTP/1.1 and HTTP/2
    }

    public static RequestDelegate Version1(ExpressHandler session)
    {
        var router = new NodeRouter()
            .Use(ExpressWrapper.Wrap(session))
            .Use(async (req, res, next) =>
            {
                var clock = Stopwatch.StartNew();
                await next();
                Console.WriteLine($"Request took {clock.ElapsedMilliseconds} ms");
            })
            .Get("/user/:id", (req, res) => res.WriteAsJsonAsync(Find(req.Params["id"])))
            .Put("/user/:id", (req, res) => req.HttpContext.User.Identity?.Name == req.Params["id"]
                ? res.WriteAsJsonAsync(Find(req.Params["id"]))
                : throw new UnauthorizedAccessException("Not your profile"));

        return router.Handler(new()
        {
            OnError = (error, req, res) =>
            {
                res.StatusCode = error is UnauthorizedAccessException ? 403 : (error as BadHttpRequestException)?.StatusCode ?? 500;
                return res.SendAsync(res.StatusCode == 403 ? error.Message : "Something broke!");
            },
        });
    }

    public static EdgeEndpoint Edge()
    {
        var router = new EdgeRouter()
            .Use(async (req, ctx, next) =>
            {
                var clock = Stopwatch.StartNew();
                var response = await next();
                Console.WriteLine($"Request took {clock.ElapsedMilliseconds} ms");
                return response;
            })
            .Get("/user/:id", (req, ctx) => EdgeResponse.Json(Find(req.Params["id"])));

        return router.Handler(new()
        {
            OnError = (error, req, ctx) => Task.FromResult(error is EdgeRequestException fault
                ? EdgeResponse.Problem(fault)
                : EdgeResponse.Text("Something broke!", HttpStatusCode.InternalServerError)),
        });
    }

    public static async Task<HttpResponseMessage?> RouteHandlerAsync(EdgeRouter router, HttpRequestMessage request, EdgeContext ctx)
    {
        return await router.RunAsync(request, ctx);
    }

    public static void Middleware(WebApplication app)
    {
        var router = new NodeRouter()
            .Use((req, res, next) =>
            {
                Console.WriteLine($"{req.Method} {req.Path}");
                return next();
            })
            .Get("/about", (req, res) =>
            {
                res.Redirect("/about-2");
                return Task.CompletedTask;
            })
            .Use("/dashboard", (req, res, next) =>
            {
                if (req.HttpContext.User.Identity is { IsAuthenticated: true })
                    return next();
                res.Redirect("/login");
                return Task.CompletedTask;
            });

        app.UseNextConnect(router);
        // GET /about → 302 (Location: /about-2)
    }

    public static async Task<int> ValuesAsync(HttpContext context)
    {
        var (req, res) = (context.Request, context.Response);
        #region
        var six = new NodeRouter<int>()
            .Use(async (req, res, next) => await next() + 1)
            .Use(async (req, res, next) => await next() + 2)
            .Use((req, res, next) => Task.FromResult(3));
        return await six.RunAsync(req, res); // → 6
        #endregion
    }

    public static void CatchFirst(NodeRouter router, NodeHandler mightThrow)
    {
        router.Use(async (req, res, next) =>
        {
            try
            {
                await next();
            }
            catch (TimeoutException)
            {
                res.StatusCode = 504;
            }
        }, mightThrow);
    }

    public static void Clones(NodeEndpoint x, NodeEndpoint y)
    {
        var shared = new NodeRouter().Use(A);
        var foo = shared.Clone().Get(x).Handler();
        var bar = shared.Clone().Get(y).Handler();
    }

    private static string Find(string? id) => $"user {id}";
}
