using System.Globalization;
using System.Net;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Microsoft.Net.Http.Headers;
using NextConnect;
using SameSiteMode = Microsoft.Net.Http.Headers.SameSiteMode;

namespace Snippets;

internal static class EdgePage
{
    public static EdgeRouter First()
    {
        var router = new EdgeRouter()
            .Use(async (req, ctx, next) =>
            {
                var response = await next();
                response.Headers.Add("X-Powered-By", "NextConnect");
                return response;
            })
            .Get("/hello/:name", (req, ctx) => EdgeResponse.Text($"Hello {req.Params["name"]}"))
            .Get("/later", async (req, ctx) =>
            {
                await Task.Delay(10, ctx.Aborted);
                return EdgeResponse.Text("at last");
            });
        // GET /hello/Ada → 200 (X-Powered-By: NextConnect) Hello Ada
        // GET /later → 200 at last
        // GET /nope → 404

        return router;
    }

    public static EdgeRouter Responses(EdgeRouter router)
    {
        router.Get("/text", (req, ctx) => EdgeResponse.Text("Grüße"));
        router.Get("/html", (req, ctx) => EdgeResponse.Html("<h1>Hello</h1>"));
        router.Get("/json", (req, ctx) => EdgeResponse.Json(new { message = "Hi" }));
        router.Get("/xml", (req, ctx) => EdgeResponse.Xml(new XDocument(new XElement("rss", new XAttribute("version", "2.0")))));
        router.Get("/bytes", (req, ctx) => EdgeResponse.Bytes("a,b"u8.ToArray(), "text/csv"));
        router.Get("/empty", (req, ctx) => EdgeResponse.Empty());
        router.Get("/missing", (req, ctx) => EdgeResponse.NotFound("No such page"));
        router.Get("/problem", (req, ctx) => EdgeResponse.Problem(HttpStatusCode.Conflict, "The name is taken."));
        router.Get("/plain", (req, ctx) => new HttpResponseMessage(HttpStatusCode.Accepted) { Content = new StringContent("Any response will do") });
        // GET /text → 200 (Content-Type: text/plain; charset=utf-8) Grüße
        // GET /html → 200 (Content-Type: text/html; charset=utf-8) <h1>Hello</h1>
        // GET /json → 200 (Content-Type: application/json) {"message":"Hi"}
        // GET /xml → 200 <?xml version="1.0" encoding="utf-8"?><rss version="2.0" />
        // GET /bytes → 200 (Content-Type: text/csv) a,b
        // GET /empty → 204
        // GET /missing → 404 No such page
        // GET /problem → 409 (Content-Type: application/problem+json) {"type":"about:blank","title":"Conflict","status":409,"detail":"The name is taken."}
        // GET /plain → 202 Any response will do

        return router;
    }

    public static EdgeRouter Query(EdgeRouter router)
    {
        router.Get("/search", (req, ctx) => EdgeResponse.Text($"{req.Query["q"]}, tags {string.Join(" and ", req.Query.All("tag"))}"));
        router.Get("/where/*", (req, ctx) => EdgeResponse.Text($"{req.Method} {req.RequestUri!.AbsolutePath}"));
        // GET /search?q=fox&tag=a&tag=b → 200 fox, tags a and b
        // GET /where/x/y → 200 GET /where/x/y

        return router;
    }

    public static EdgeRouter Headers(EdgeRouter router)
    {
        router.Get("/headers", (req, ctx) =>
        {
            var response = EdgeResponse.Text("ok");
            response.Headers.Add("X-From", req.Headers.Referrer?.Host ?? "nowhere");
            return response;
        });
        router.Get("/token", (req, ctx) => EdgeResponse.Text(req.BearerToken ?? "no token"));
        // GET /headers (Referer: https://example.org/a) → 200 (X-From: example.org) ok
        // GET /token (Authorization: Bearer secret) → 200 secret

        return router;
    }

    public static EdgeRouter Json(EdgeRouter router)
    {
        router.Post("/users", async (req, ctx) =>
        {
            var user = await req.ReadJsonAsync<User>(cancellationToken: ctx.Aborted);
            return EdgeResponse.Json(new { user!.Name, id = 7 }, HttpStatusCode.Created);
        });
        router.Post("/text", async (req, ctx) => EdgeResponse.Text(await req.ReadTextAsync(ctx.Aborted)));
        router.Post("/length", async (req, ctx) => EdgeResponse.Json((await req.ReadBytesAsync(ctx.Aborted)).Length));
        // POST /users {"name":"Ada"} → 201 {"name":"Ada","id":7}
        // POST /users {"name": → 400 (Content-Type: application/problem+json)
        // POST /users name=Ada → 415 (Content-Type: application/problem+json)
        // POST /text hello → 200 hello
        // POST /length hello → 200 5

        return router;
    }

    public static EdgeRouter Forms(EdgeRouter router)
    {
        router.Post("/signup", async (req, ctx) =>
        {
            await using var form = await req.ReadFormAsync(new() { MaxFields = 20 }, ctx.Aborted);
            var email = form.Fields["email"] ?? throw new EdgeRequestException("form field email", "An e-mail address is needed.");
            return EdgeResponse.Text($"{email} and {form.Files.Count} files");
        });
        // POST /signup email=ada@example.com → 200 ada@example.com and 0 files
        // POST /signup name=Ada → 400 (Content-Type: application/problem+json)

        return router;
    }

    public static EdgeRouter Upload(EdgeRouter router)
    {
        router.Post("/upload", async (req, ctx) =>
        {
            await using var form = await req.ReadFormAsync(new EdgeFormLimits { MaxLength = 100_000_000, MaxFieldLength = 1_000 }, ctx.Aborted);
            foreach (var file in form.Files)
            {
                await using var target = File.Create(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())); // never file.FileName
                await file.Content.CopyToAsync(target, ctx.Aborted);
                Console.WriteLine($"{file.Name}: {file.FileName}, {file.ContentType}, {file.Length} bytes");
            }
            return EdgeResponse.Redirect("/uploaded", HttpStatusCode.SeeOther);
        });

        return router;
    }

    public static EdgeRouter Cookies(EdgeRouter router)
    {
        router.Get("/visit", (req, ctx) =>
        {
            var visits = int.TryParse(req.Cookies["visits"], out var count) ? count + 1 : 1;
            req.ResponseCookies.Set("visits", $"{visits}");
            return EdgeResponse.Text($"Visit {visits}");
        });
        router.Get("/login", (req, ctx) => EdgeResponse.Text("Hi")
            .SetCookie(new SetCookieHeaderValue("token", "t") { Path = "/", HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax }));
        router.Get("/logout", (req, ctx) => EdgeResponse.Text("Bye").DeleteCookie("token"));
        // GET /visit (Cookie: visits=2) → 200 (Set-Cookie: visits=3; path=/) Visit 3
        // GET /login → 200 (Set-Cookie: token=t; path=/; secure; samesite=lax; httponly) Hi
        // GET /logout → 200 (Set-Cookie: token=; expires=Thu, 01 Jan 1970 00:00:00 GMT; max-age=0; path=/) Bye

        return router;
    }

    public static EdgeRouter Redirects(EdgeRouter router)
    {
        router.Get("/old/:id", (req, ctx) => EdgeResponse.Redirect($"/new/{req.Params["id"]}", HttpStatusCode.PermanentRedirect));
        router.Get("/away", (req, ctx) => EdgeResponse.Redirect(new Uri("https://example.org/")));
        // GET /old/7 → 308 (Location: /new/7)
        // GET /away → 307 (Location: https://example.org/)

        return router;
    }

    public static EdgeRouter Thrown(EdgeRouter router)
    {
        static string RequireToken(HttpRequestMessage req) => req.BearerToken ?? throw req.Respond(EdgeResponse.Redirect("/login"));

        router.Get("/items/:id", (req, ctx) => RequireToken(req) == "t" ? EdgeResponse.Text("item") : throw req.Respond(EdgeResponse.NotFound()));
        // GET /items/1 → 307 (Location: /login)
        // GET /items/1 (Authorization: Bearer t) → 200 item
        // GET /items/1 (Authorization: Bearer x) → 404

        return router;
    }

    public static EdgeRouter Files(EdgeRouter router)
    {
        router.Get("/video", (req, ctx) => EdgeResponse.File(req, File.OpenRead("video.mp4"), "video/mp4"));

        return router;
    }

    public static EdgeRouter Streams(EdgeRouter router)
    {
        static async IAsyncEnumerable<string> Steps([EnumeratorCancellation] CancellationToken aborted = default)
        {
            for (var step = 1; step <= 3; step++)
            {
                yield return $"step {step} ";
                await Task.Delay(10, aborted);
            }
        }

        router.Get("/steps", (req, ctx) => EdgeResponse.Stream(Steps()));
        // GET /steps → 200 step 1 step 2 step 3

        return router;
    }

    public static EdgeRouter Events(EdgeRouter router)
    {
        static async IAsyncEnumerable<SseItem<string>> Ticks(string? after, [EnumeratorCancellation] CancellationToken aborted = default)
        {
            for (var i = int.Parse(after ?? "0", CultureInfo.InvariantCulture) + 1; i <= 3; i++)
            {
                await Task.Delay(10, aborted);
                yield return new SseItem<string>($"tick {i}") { EventId = $"{i}" };
            }
        }

        router.Get("/ticks", (req, ctx) => EdgeResponse.ServerSentEvents(Ticks(req.LastEventId), heartbeat: TimeSpan.FromSeconds(15)));
        // GET /ticks → 200 (Content-Type: text/event-stream) data: tick 1…
        // GET /ticks (Last-Event-ID: 2) → 200 data: tick 3…

        return router;
    }

    public static EdgeRouter EventsOfObjects(EdgeRouter router)
    {
        static async IAsyncEnumerable<SseItem<User>> Joins([EnumeratorCancellation] CancellationToken aborted = default)
        {
            await Task.Delay(10, aborted);
            yield return new SseItem<User>(new User("Ada"), "joined");
        }

        router.Get("/joins", (req, ctx) => EdgeResponse.ServerSentEvents(Joins()));
        // GET /joins → 200 event: joined…

        return router;
    }

    public static EdgeRouter Guards(EdgeRouter router)
    {
        router.Use("/account", (req, ctx, next) =>
        {
            if (req.BearerToken is not { } token)
                return Task.FromResult(EdgeResponse.Problem(HttpStatusCode.Unauthorized));
            ctx.Set(new User(token));
            return next();
        });
        router.Get("/account/name", (req, ctx) => EdgeResponse.Text(ctx.Require<User>().Name));
        // GET /account/name → 401
        // GET /account/name (Authorization: Bearer Ada) → 200 Ada

        return router;
    }

    public static WebApplication Services(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Greeter>();

        var router = new EdgeRouter()
            .Get("/greet/:name", (req, ctx) => EdgeResponse.Text(ctx.Services!.GetRequiredService<Greeter>().Greet(req.Params["name"])));

        var app = builder.Build();
        app.UseNextConnect(router);
        // GET /greet/Ada → 200 Hello Ada

        return app;
    }

    public static WebApplication OwnContext(WebApplication app)
    {
        var router = new EdgeRouter().Get("/price", (req, ctx) => EdgeResponse.Text($"7 {((ShopContext)ctx).Currency}"));

        app.UseNextConnect(router, new() { CreateContext = host => new ShopContext(host) { Currency = "EUR" } });
        // GET /price → 200 7 EUR

        return app;
    }

    sealed class ShopContext(EdgeContext host) : EdgeContext(host)
    {
        public required string Currency { get; init; }
    }

    public static EdgeRouter After(EdgeRouter router)
    {
        router.Get("/work", (req, ctx) =>
        {
            ctx.WaitUntil(Console.Out.WriteLineAsync("The response does not wait for this."));
            return EdgeResponse.Text("done");
        });
        // GET /work → 200 done

        return router;
    }

    public static async Task<string> RunAsync()
    {
        var router = First();
        #region
        using var request = new HttpRequestMessage(HttpMethod.Get, "/hello/Ada");
        using var response = await router.RunAsync(request, new EdgeContext());
        var text = await response!.Content.ReadAsStringAsync();
        // → Hello Ada
        #endregion
        return text;
    }

    sealed class Greeter
    {
        public string Greet(string? name) => $"Hello {name}";
    }

    record User(string Name);
}
