using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http.HttpResults;
using NextConnect;

namespace Snippets;

internal static class NodePage
{
    public static NodeRouter Text(NodeRouter router)
    {
        router.Get("/text", (req, res) => res.SendAsync("Grüße"));
        router.Get("/page", (req, res) =>
        {
            res.ContentType = "text/html; charset=utf-8";
            return res.SendAsync("<h1>Hello</h1>");
        });
        router.Get("/gone", (req, res) =>
        {
            res.StatusCode = 410;
            return res.SendAsync("Gone");
        });
        // GET /text → 200 (Content-Length: 7) Grüße
        // GET /page → 200 <h1>Hello</h1>
        // GET /gone → 410 Gone
        // HEAD /gone → 410 (Content-Length: 4)

        return router;
    }

    public static NodeRouter Query(NodeRouter router)
    {
        router.Get("/search", (req, res) => res.SendAsync($"{req.Query["q"]}, tags {string.Join(" and ", req.Query["tag"]!)}"));
        // GET /search?q=fox&tag=a&tag=b → 200 fox, tags a and b

        return router;
    }

    public static NodeRouter Headers(NodeRouter router)
    {
        router.Get("/headers", (req, res) =>
        {
            res.Headers.CacheControl = "no-store";
            res.Headers["X-Agent"] = req.Headers.UserAgent;
            return res.SendAsync("ok");
        });
        // GET /headers (User-Agent: fox) → 200 (Cache-Control: no-store; X-Agent: fox) ok

        return router;
    }

    public static NodeRouter Json(NodeRouter router)
    {
        router.Post("/users", async (req, res) =>
        {
            var user = await req.ReadFromJsonAsync<User>(req.HttpContext.RequestAborted);
            res.StatusCode = 201;
            await res.WriteAsJsonAsync(new { user!.Name, id = 7 });
        });
        // POST /users {"name":"Ada"} → 201 {"name":"Ada","id":7}
        // POST /users {"name": → 500 Internal Server Error

        return router;
    }

    public static NodeRouter JsonChecked(NodeRouter router)
    {
        router.Post("/strict", async (req, res) =>
        {
            User? user = null;
            try
            {
                user = await req.ReadFromJsonAsync<User>(req.HttpContext.RequestAborted);
            }
            catch (JsonException)
            {
                res.StatusCode = 400;
            }
            await res.SendAsync(user is null ? "A user is needed" : $"Hello {user.Name}");
        });
        // POST /strict {"name":"Ada"} → 200 Hello Ada
        // POST /strict {"name": → 400 A user is needed

        return router;
    }

    public static NodeRouter Forms(NodeRouter router)
    {
        router.Post("/signup", async (req, res) =>
        {
            var form = await req.ReadFormAsync(req.HttpContext.RequestAborted);
            await res.SendAsync($"{form["email"]}, {form.Files.Count} files");
        });
        // POST /signup email=ada@example.com&age=36 → 200 ada@example.com, 0 files

        return router;
    }

    public static NodeRouter Upload(NodeRouter router)
    {
        router.Post("/upload", async (req, res) =>
        {
            var form = await req.ReadFormAsync(req.HttpContext.RequestAborted);
            foreach (var file in form.Files)
            {
                await using var target = File.Create(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())); // never file.FileName
                await file.CopyToAsync(target, req.HttpContext.RequestAborted);
            }
            res.Redirect("/uploaded");
        });

        return router;
    }

    public static NodeRouter Cookies(NodeRouter router)
    {
        router.Get("/visit", (req, res) =>
        {
            var visits = int.TryParse(req.Cookies["visits"], out var count) ? count + 1 : 1;
            res.Cookies.Append("visits", $"{visits}", new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax });
            return res.SendAsync($"Visit {visits}");
        });
        // GET /visit (Cookie: visits=2) → 200 (Set-Cookie: visits=3; path=/; secure; samesite=lax; httponly) Visit 3

        return router;
    }

    public static NodeRouter Redirects(NodeRouter router)
    {
        router.Get("/old", (req, res) =>
        {
            res.Redirect("/new");
            return Task.CompletedTask;
        });
        router.Post("/moved", (req, res) =>
        {
            res.Redirect("/new", permanent: true, preserveMethod: true);
            return Task.CompletedTask;
        });
        // GET /old → 302 (Location: /new)
        // POST /moved → 308 (Location: /new)

        return router;
    }

    public static NodeRouter Files(NodeRouter router)
    {
        router.Get("/report", async (req, res) =>
        {
            res.ContentType = "text/csv";
            await res.SendFileAsync("report.csv", req.HttpContext.RequestAborted);
        });

        return router;
    }

    public static NodeRouter Result(NodeRouter router)
    {
        router.Get("/users/:id", async (req, res) =>
        {
            IResult result = req.Params["id"] == "7" ? TypedResults.Json(new { name = "Ada" }) : TypedResults.NotFound();
            await result.ExecuteAsync(req.HttpContext);
        });
        // GET /users/7 → 200 {"name":"Ada"}
        // GET /users/8 → 404

        return router;
    }

    public static WebApplication Razor(WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents();

        var router = new NodeRouter()
            .Get("/hello/:name", (req, res) => new RazorComponentResult<HelloPage>(new { Name = req.Params["name"] }).ExecuteAsync(req.HttpContext));

        var app = builder.Build();
        app.UseNextConnect(router);
        // GET /hello/Ada → 200 (Content-Type: text/html; charset=utf-8) Hello &lt;Ada&gt;

        return app;
    }

    sealed class HelloPage : ComponentBase
    {
        [Parameter]
        public string? Name { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder page) => page.AddContent(0, $"Hello <{Name}>");
    }

    public static NodeRouter Streams(NodeRouter router)
    {
        router.Get("/steps", async (req, res) =>
        {
            for (var step = 1; step <= 3; step++)
            {
                await res.WriteAsync($"step {step} ", req.HttpContext.RequestAborted);
                await res.Body.FlushAsync(req.HttpContext.RequestAborted);
            }
        });
        // GET /steps → 200 step 1 step 2 step 3

        return router;
    }

    public static NodeRouter Events(NodeRouter router)
    {
        static async IAsyncEnumerable<SseItem<string>> Ticks([EnumeratorCancellation] CancellationToken aborted = default)
        {
            for (var i = 1; i <= 3; i++)
            {
                yield return new SseItem<string>($"tick {i}") { EventId = i.ToString(CultureInfo.InvariantCulture) };
                await Task.Delay(10, aborted);
            }
        }
        router.Get("/ticks", (req, res) => TypedResults.ServerSentEvents(Ticks(req.HttpContext.RequestAborted)).ExecuteAsync(req.HttpContext));
        // GET /ticks → 200 (Content-Type: text/event-stream) data: tick 1…

        return router;
    }

    public static NodeRouter Items(NodeRouter router)
    {
        router.Use((req, res, next) =>
        {
            req.HttpContext.Items["tenant"] = req.Host.Host;
            return next();
        });
        router.Get("/tenant", (req, res) => res.SendAsync($"{req.HttpContext.Items["tenant"]}"));
        // GET /tenant (Host: acme.example.com) → 200 acme.example.com

        return router;
    }

    public static WebApplication Services(WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<Greeter>();

        var router = new NodeRouter()
            .Get("/greet/:name", (req, res) => res.SendAsync(req.HttpContext.RequestServices.GetRequiredService<Greeter>().Greet(req.Params["name"])));

        var app = builder.Build();
        app.UseNextConnect(router);
        // GET /greet/Ada → 200 Hello Ada

        return app;
    }

    public static NodeRouter Class()
    {
        var users = new UsersApi(new Greeter());
        var router = new NodeRouter()
            .Get("/users/:id", users.ShowAsync)
            .Delete("/users/:id", UsersApi.RequireAdmin, users.RemoveAsync);
        // GET /users/Ada → 200 Hello Ada
        // DELETE /users/Ada → 403

        return router;
    }

    public static WebApplication Sessions(WebApplicationBuilder builder)
    {
        builder.Services.AddDistributedMemoryCache().AddSession();

        var router = new NodeRouter().Get("/count", async (req, res) =>
        {
            var count = (req.HttpContext.Session.GetInt32("count") ?? 0) + 1;
            req.HttpContext.Session.SetInt32("count", count);
            await res.SendAsync($"{count}");
        });

        var app = builder.Build();
        app.UseSession();
        app.UseNextConnect(router);
        // GET /count → 200 1

        return app;
    }

    public static NodeRouter Users(NodeRouter router)
    {
        router.Use("/account", (req, res, next) =>
        {
            if (req.Headers.Authorization == "Bearer secret")
            {
                req.HttpContext.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "Ada")], "token"));
                return next();
            }
            res.StatusCode = 401;
            res.Headers.WWWAuthenticate = "Bearer";
            return Task.CompletedTask;
        });
        router.Get("/account/name", (req, res) => res.SendAsync($"{req.HttpContext.User.Identity!.Name}"));
        // GET /account/name → 401 (WWW-Authenticate: Bearer)
        // GET /account/name (Authorization: Bearer secret) → 200 Ada

        return router;
    }

    public static NodeRouter Abort(NodeRouter router)
    {
        router.Get("/work", async (req, res) =>
        {
            res.OnCompleted(() => Console.Out.WriteLineAsync("The response is sent."));
            await Task.Delay(10, req.HttpContext.RequestAborted);
            await res.SendAsync("done");
        });
        // GET /work → 200 done

        return router;
    }

    sealed class Greeter
    {
        public string Greet(string? name) => $"Hello {name}";
    }

    sealed class UsersApi(Greeter greeter)
    {
        public static Task RequireAdmin(HttpRequest req, HttpResponse res, NextHandler next)
        {
            if (req.HttpContext.User.IsInRole("admin"))
                return next();
            res.StatusCode = 403;
            return Task.CompletedTask;
        }

        public Task ShowAsync(HttpRequest req, HttpResponse res) => res.SendAsync(greeter.Greet(req.Params["id"]));

        public Task RemoveAsync(HttpRequest req, HttpResponse res)
        {
            res.StatusCode = 204;
            return Task.CompletedTask;
        }
    }

    record User(string Name);
}
