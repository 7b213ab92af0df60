using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Microsoft.Net.Http.Headers;

namespace NextConnect.Package.Snippets;

using SameSiteMode = Microsoft.Net.Http.Headers.SameSiteMode;

public sealed class EdgeGuide
{
    [Theory]
    [InlineData("/api/hello", "{\"message\":\"Hi\"}")]
    [InlineData("/where/x/y", "/where/x/y")]
    [InlineData("/teams/red/a/b", "red: a/b")]
    [InlineData("/search?q=hello&tag=a&tag=b", "hello in a, b")]
    [InlineData("/stream", "<p>One</p><p>Two</p>")]
    [InlineData("/rss.xml", "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\" />")]
    [InlineData("/report", "a long report")]
    [InlineData("/work", "done")]
    public async Task Snippets_answer_as_the_page_says(string address, string body)
    {
        using var client = new HttpClient(All().ToHttpMessageHandler()) { BaseAddress = new Uri("http://in.memory") };

        (await client.GetStringAsync(new Uri(address, UriKind.Relative))).ShouldBe(body);
    }

    [Theory]
    [InlineData("/away", 307)]
    [InlineData("/old/1", 308)]
    [InlineData("/items/1", 307)]
    [InlineData("/account/name", 401)]
    [InlineData("/token", 200)]
    [InlineData("/cookies", 200)]
    [InlineData("/headers", 200)]
    [InlineData("/tokens", 200)]
    public async Task Snippets_have_the_status_that_the_page_says(string address, int status)
    {
        using var client = new HttpClient(All().ToHttpMessageHandler()) { BaseAddress = new Uri("http://in.memory") };
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative));

        ((int)response.StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task Bodies_are_read()
    {
        using var client = new HttpClient(All().ToHttpMessageHandler()) { BaseAddress = new Uri("http://in.memory") };
        using var json = new StringContent("{\"id\":7}");
        using var fields = new FormUrlEncodedContent([new("email", "a@b.c")]);
        using var noFields = new FormUrlEncodedContent([]);
        using var text = new StringContent("signed");
        using var forgedText = new StringContent("forged");
        using var order = await client.PostAsync(new Uri("/orders", UriKind.Relative), json);
        using var form = await client.PostAsync(new Uri("/signup", UriKind.Relative), fields);
        using var bad = await client.PostAsync(new Uri("/signup", UriKind.Relative), noFields);
        using var hook = await client.PostAsync(new Uri("/webhook", UriKind.Relative), text);
        using var forged = await client.PostAsync(new Uri("/webhook", UriKind.Relative), forgedText);

        (await order.Content.ReadAsStringAsync()).ShouldBe("{\"order\":{\"id\":7}}");
        (await form.Content.ReadAsStringAsync()).ShouldBe("a@b.c and 0 files");
        bad.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await hook.Content.ReadAsStringAsync()).ShouldBe("Success!");
        forged.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await forged.Content.ReadAsStringAsync()).ShouldBe("Webhook error: bad signature");
    }

    private static EdgeRouter All()
    {
        var router = new EdgeRouter();
        Cors(router);
        RequestLog(router);
        Limits(router);
        Hello(router);
        Url(router);
        Params(router);
        Cookies(router);
        ResponseCookies(router);
        Headers(router);
        Redirects(router);
        Thrown(router);
        Query(router);
        Streams(router);
        Events(router);
        JsonBody(router);
        Forms(router);
        Webhook(router);
        Xml(router);
        Guards(router);
        After(router);
        ETags(router);
        Files(router);
        return router.Clone();
    }

    internal static void Hello(EdgeRouter router)
    {
        router.Get("/api/hello", (req, ctx) => EdgeResponse.Json(new { message = "Hi" }));
    }

    internal static void Methods(EdgeRouter router)
    {
        router
            .Get("/items", (req, ctx) => EdgeResponse.Text("list"))
            .Post("/items", (req, ctx) => EdgeResponse.Empty(HttpStatusCode.Created));
        var endpoint = router.Handler(new() { HandleMethodNotAllowed = true, HandleOptions = true });
    }

    internal static void Url(EdgeRouter router)
    {
        router.Get("/where/*", (req, ctx) => EdgeResponse.Text(req.RequestUri!.AbsolutePath));
    }

    internal static void Params(EdgeRouter router)
    {
        router.Get("/teams/[team]/[...slug]", (req, ctx) => EdgeResponse.Text($"{req.Params["team"]}: {req.Params["slug"]}"));
    }

    internal static void Cookies(EdgeRouter router)
    {
        router.Get("/cookies", (req, ctx) =>
        {
            var a = req.Cookies["a"];
            req.ResponseCookies.Set("b", "1");
            req.ResponseCookies.Delete("c");
            return EdgeResponse.Text($"a is {a}");
        });
    }

    internal static void ResponseCookies(EdgeRouter router)
    {
        router.Get("/token", (req, ctx) => EdgeResponse.Text("Hi")
            .SetCookie(new SetCookieHeaderValue("token", req.Cookies["token"] ?? "none") { Path = "/", HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax }));
    }

    internal static void Headers(EdgeRouter router)
    {
        router.Get("/headers", (req, ctx) =>
        {
            var response = EdgeResponse.Text("Hi");
            response.Headers.Add("X-From", req.Headers.Referrer?.Host ?? "nowhere");
            return response;
        });
    }

    internal static void Redirects(EdgeRouter router)
    {
        router.Get("/away", (req, ctx) => EdgeResponse.Redirect(new Uri("https://example.org/")));
        router.Get("/old/:id", (req, ctx) => EdgeResponse.Redirect($"/new/{req.Params["id"]}", HttpStatusCode.PermanentRedirect));
    }

    internal static void Thrown(EdgeRouter router)
    {
        static string RequireToken(HttpRequestMessage req) => req.BearerToken ?? throw req.Respond(EdgeResponse.Redirect("/login"));
        router.Get("/items/:id", (req, ctx) => RequireToken(req) == "t" ? EdgeResponse.Text("item") : throw req.Respond(EdgeResponse.NotFound()));
    }

    internal static void Query(EdgeRouter router)
    {
        router.Get("/search", (req, ctx) => EdgeResponse.Text($"{req.Query["q"]} in {string.Join(", ", req.Query.All("tag"))}"));
    }

    internal static void Streams(EdgeRouter router)
    {
        static async IAsyncEnumerable<string> Parts([EnumeratorCancellation] CancellationToken aborted = default)
        {
            yield return "<p>One</p>";
            await Task.Delay(200, aborted);
            yield return "<p>Two</p>";
        }
        router.Get("/stream", (req, ctx) => EdgeResponse.Stream(Parts(), "text/html; charset=utf-8"));
    }

    internal static void Events(EdgeRouter router)
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
    }

    internal static void JsonBody(EdgeRouter router)
    {
        router.Post("/orders", async (req, ctx) => EdgeResponse.Json(new { order = await req.ReadJsonAsync<Order>(cancellationToken: ctx.Aborted) }));
    }

    internal static void Forms(EdgeRouter router)
    {
        router.Post("/signup", async (req, ctx) =>
        {
            await using var form = await req.ReadFormAsync(new() { MaxFields = 20 }, ctx.Aborted);
            var email = form.Fields["email"] ?? throw new EdgeRequestException("form field email", "An e-mail address is needed.");
            return EdgeResponse.Text($"{email} and {form.Files.Count} files");
        });
    }

    internal static void Cors(EdgeRouter router)
    {
        router.Use(EdgeMiddleware.Cors(new() { Origins = ["https://app.example.com"], AllowCredentials = true, MaxAge = TimeSpan.FromMinutes(10) }));
    }

    internal static void Webhook(EdgeRouter router)
    {
        router.Post("/webhook", async (req, ctx) =>
        {
            var body = await req.ReadBytesAsync(ctx.Aborted); // decoded and encoded again, it could differ from what was signed
            return IsSigned(req, body) ? EdgeResponse.Text("Success!") : EdgeResponse.Text("Webhook error: bad signature", HttpStatusCode.BadRequest);
        });
    }

    internal static void Xml(EdgeRouter router)
    {
        router.Get("/rss.xml", (req, ctx) => EdgeResponse.Xml(new XDocument(new XElement("rss", new XAttribute("version", "2.0"))), "text/xml"));
    }

    internal static void Guards(EdgeRouter router)
    {
        router.Use("/account", (req, ctx, next) =>
        {
            if (req.BearerToken is not { } token)
                return Task.FromResult(EdgeResponse.Problem(HttpStatusCode.Unauthorized));
            ctx.Set(new User(token));
            return next();
        });
        router.Get("/account/name", (req, ctx) => EdgeResponse.Text(ctx.Require<User>().Name));
    }

    internal static void After(EdgeRouter router)
    {
        router.Get("/work", (req, ctx) =>
        {
            ctx.WaitUntil(LogAsync());
            using var registration = ctx.Aborted.Register(() => Console.WriteLine("The client has gone."));
            return EdgeResponse.Text("done");
        });
    }

    internal static void Limits(EdgeRouter router)
    {
        router.Use("/api", EdgeMiddleware.BodyLimit(64 * 1024), EdgeMiddleware.Timeout(TimeSpan.FromSeconds(10)));
    }

    internal static void ETags(EdgeRouter router)
    {
        router.Get("/report", EdgeMiddleware.ETag(), (req, ctx, next) => Task.FromResult(EdgeResponse.Text("a long report")));
    }

    internal static void RequestLog(EdgeRouter router)
    {
        router.Use(EdgeMiddleware.RequestLog(report => Console.WriteLine($"{report.Method} {report.Route ?? "no route"} {report.Status} {report.Duration}")));
    }

    internal static void Files(EdgeRouter router)
    {
        router.Get("/video", (req, ctx) => EdgeResponse.File(req, File.OpenRead("video.mp4"), "video/mp4"));
    }

    private static bool IsSigned(HttpRequestMessage req, byte[] body) => body.AsSpan().SequenceEqual("signed"u8);

    private static Task LogAsync() => Task.CompletedTask;

    [SuppressMessage("Performance", "CA1812:Avoid uninstantiated internal classes", Justification = "The JSON reader makes it.")]
    private sealed record Order(int Id);

    private sealed record User(string Name);
}
