using System.Globalization;
using System.Net;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Microsoft.Net.Http.Headers;
using NextConnect;
using SameSiteMode = Microsoft.Net.Http.Headers.SameSiteMode;

namespace Snippets;

internal static class FromNextjsPage
{
    public static void Hello(EdgeRouter router)
    {
        router.Get("/api/hello", (req, ctx) => EdgeResponse.Json(new { message = "Hi" }));
        // GET /api/hello → 200 {"message":"Hi"}
    }

    public static RequestDelegate Methods(EdgeRouter router)
    {
        router
            .Get("/items", (req, ctx) => EdgeResponse.Text("list"))
            .Post("/items", (req, ctx) => EdgeResponse.Empty(HttpStatusCode.Created));
        var endpoint = router.ToRequestDelegate(new() { HandleMethodNotAllowed = true, HandleOptions = true });
        // POST /items → 201
        // PUT /items → 405 (Allow: GET, HEAD, OPTIONS, POST)

        return endpoint;
    }

    public static void Url(EdgeRouter router)
    {
        router.Get("/where/*", (req, ctx) => EdgeResponse.Text(req.RequestUri!.AbsolutePath));
        // GET /where/x/y → 200 /where/x/y
    }

    public static void Params(EdgeRouter router)
    {
        router.Get("/teams/[team]/[...slug]", (req, ctx) => EdgeResponse.Text($"{req.Params["team"]}: {req.Params["slug"]}"));
        // GET /teams/red/a/b → 200 red: a/b
    }

    public static void Cookies(EdgeRouter router)
    {
        router.Get("/cookies", (req, ctx) =>
        {
            var a = req.Cookies["a"];
            req.ResponseCookies.Set("b", "1");
            req.ResponseCookies.Delete("c");
            return EdgeResponse.Text($"a is {a}, b is set: {req.Cookies.Has("b")}");
        });
        // GET /cookies (Cookie: a=7) → 200 a is 7, b is set: True
    }

    public static void ResponseCookies(EdgeRouter router)
    {
        router.Get("/token", (req, ctx) => EdgeResponse.Text("Hi").SetCookie(new SetCookieHeaderValue("token", req.Cookies["token"] ?? "none")
        {
            Path = "/",
            HttpOnly = true,
            Secure = true,
            SameSite = SameSiteMode.Lax,
        }));
        // GET /token (Cookie: token=t) → 200 (Set-Cookie: token=t; path=/; secure; samesite=lax; httponly) Hi
    }

    public static void Headers(EdgeRouter router)
    {
        router.Get("/headers", (req, ctx) =>
        {
            var response = EdgeResponse.Text("Hi");
            response.Headers.Add("X-From", req.Headers.Referrer?.Host ?? "nowhere");
            return response;
        });
        // GET /headers (Referer: https://example.org/a) → 200 (X-From: example.org) Hi
    }

    public static void Redirects(EdgeRouter router)
    {
        router.Get("/away", (req, ctx) => EdgeResponse.Redirect(new Uri("https://example.org/")));
        router.Get("/old/:id", (req, ctx) => EdgeResponse.Redirect($"/new/{req.Params["id"]}", HttpStatusCode.PermanentRedirect));
        // GET /away → 307 (Location: https://example.org/)
        // GET /old/1 → 308 (Location: /new/1)
    }

    public static void Thrown(EdgeRouter router)
    {
        static string RequireToken(HttpRequestMessage req) => req.BearerToken ?? throw req.Respond(EdgeResponse.Redirect("/login"));
        router.Get("/items/:id", (req, ctx) => RequireToken(req) == "t" ? EdgeResponse.Text("item") : throw req.Respond(EdgeResponse.NotFound()));
        // GET /items/1 → 307 (Location: /login)
        // GET /items/1 (Authorization: Bearer t) → 200 item
    }

    public static void Rewrite(EdgeRouter router)
    {
        router.Get("/new/:id", (req, ctx) => EdgeResponse.Text($"new {req.Params["id"]}"));
        router.Get("/moved/:id", async (req, ctx) =>
        {
            using var other = new HttpRequestMessage(HttpMethod.Get, $"/new/{req.Params["id"]}");
            return await router.RunAsync(other, ctx) ?? EdgeResponse.NotFound();
        });
        // GET /moved/7 → 200 new 7
    }

    public static void Query(EdgeRouter router)
    {
        router.Get("/search", (req, ctx) => EdgeResponse.Text($"{req.Query["q"]} in {string.Join(", ", req.Query.All("tag"))}"));
        // GET /search?q=hello&tag=a&tag=b → 200 hello in a, b
    }

    public static void Streams(EdgeRouter router)
    {
        static async IAsyncEnumerable<string> Parts([EnumeratorCancellation] CancellationToken aborted = default)
        {
            yield return "<p>One</p>";
            await Task.Delay(200, aborted);
            yield return "<p>Two</p>";
        }
        router.Get("/stream", (req, ctx) => EdgeResponse.Stream(Parts(), "text/html; charset=utf-8"));
        // GET /stream → 200 <p>One</p><p>Two</p>
    }

    public static void Events(EdgeRouter router)
    {
        static async IAsyncEnumerable<SseItem<string>> Tokens(string? after, [EnumeratorCancellation] CancellationToken aborted = default)
        {
            for (var i = int.Parse(after ?? "0", CultureInfo.InvariantCulture) + 1; i <= 3; i++)
            {
                await Task.Delay(10, aborted);
                yield return new SseItem<string>($"token {i}") { EventId = $"{i}" };
            }
        }
        router.Get("/tokens", (req, ctx) => EdgeResponse.ServerSentEvents(Tokens(req.LastEventId), heartbeat: TimeSpan.FromSeconds(15)));
        // GET /tokens (Last-Event-ID: 2) → 200 data: token 3…
    }

    public static void JsonBody(EdgeRouter router)
    {
        router.Post("/orders", async (req, ctx) => EdgeResponse.Json(new { order = await req.ReadJsonAsync<Order>(cancellationToken: ctx.Aborted) }));
        // POST /orders {"id":7} → 200 {"order":{"id":7}}
    }

    public static void Forms(EdgeRouter router)
    {
        router.Post("/signup", async (req, ctx) =>
        {
            await using var form = await req.ReadFormAsync(new() { MaxFields = 20 }, ctx.Aborted);
            var email = form.Fields["email"] ?? throw new EdgeRequestException("form field email", "An e-mail address is needed.");
            return EdgeResponse.Text($"{email} and {form.Files.Count} files");
        });
        // POST /signup email=a@b.c → 200 a@b.c and 0 files
        // POST /signup name=Ada → 400
    }

    public static void Cors(EdgeRouter router)
    {
        router.Use(EdgeMiddleware.Cors(new() { Origins = ["https://app.example.com"], AllowCredentials = true, MaxAge = TimeSpan.FromMinutes(10) }));
    }

    public static void Webhook(EdgeRouter router)
    {
        router.Post("/webhook", async (req, ctx) =>
        {
            var body = await req.ReadBytesAsync(ctx.Aborted); // decoded and encoded again, it could differ from what was signed
            return IsSigned(req, body) ? EdgeResponse.Text("Success!") : EdgeResponse.Text("Webhook error: bad signature", HttpStatusCode.BadRequest);
        });
        // POST /webhook signed → 200 Success!
        // POST /webhook forged → 400 Webhook error: bad signature
    }

    public static void Xml(EdgeRouter router)
    {
        router.Get("/rss.xml", (req, ctx) => EdgeResponse.Xml(new XDocument(new XElement("rss", new XAttribute("version", "2.0"))), "text/xml"));
        // GET /rss.xml → 200 <?xml version="1.0" encoding="utf-8"?><rss version="2.0" />
    }

    public static void Guards(EdgeRouter router)
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
    }

    public static void After(EdgeRouter router)
    {
        router.Get("/work", (req, ctx) =>
        {
            ctx.WaitUntil(LogAsync());
            using var registration = ctx.Aborted.Register(() => Console.WriteLine("The client disconnected."));
            return EdgeResponse.Text("done");
        });
        // GET /work → 200 done
    }

    private static bool IsSigned(HttpRequestMessage req, byte[] body) => body.AsSpan().SequenceEqual("signed"u8);

    private static Task LogAsync() => Task.CompletedTask;

    private sealed record Order(int Id);

    private sealed record User(string Name);
}
