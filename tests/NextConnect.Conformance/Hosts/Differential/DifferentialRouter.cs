using System.IO.Pipelines;
using System.Net;
using System.Net.ServerSentEvents;
using System.Text;

namespace NextConnect.Conformance.Hosts;

/// <summary>The router that every host serves to the same requests.</summary>
/// <param name="seen">Receives what the handlers see.</param>
internal sealed class DifferentialRouter(SeenRequests seen)
{
    private static readonly int[] Numbers = [1, 2];

    private static readonly string[] Parts = ["one", "", "two"];

    private static readonly string[] Cookies = ["a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Path=/", "b=\"x,y\"; HttpOnly", "c="];

    public EdgeHandlerOptions Options => new()
    {
        HandleMethodNotAllowed = true,
        HandleOptions = true,
        OnError = (error, req, ctx) =>
        {
            seen.AddError(req, error);
            return Task.FromResult(EdgeResponse.Text($"OnError: {error.GetType().Name}", HttpStatusCode.BadGateway));
        },
    };

    public EdgeRouter Create()
    {
        var router = new EdgeRouter().Use((req, ctx, next) =>
        {
            seen.Add(req, ctx);
            return next();
        });
        AddPlain(router);
        AddStatuses(router);
        AddHeaders(router);
        AddBodies(router);
        AddUploads(router);
        AddErrors(router);
        return router;
    }

    private static void AddPlain(EdgeRouter router) => router
        .All("/text", (req, ctx) => EdgeResponse.Text("plain Grüße"))
        .All("/html", (req, ctx) => EdgeResponse.Html("<p>"))
        .All("/xml", (req, ctx) => EdgeResponse.Xml("<a/>"))
        .All("/json", (req, ctx) => EdgeResponse.Json(Numbers))
        .All("/bytes", (req, ctx) => EdgeResponse.Bytes(new byte[] { 0, 1, 255 }))
        .All("/bare", (req, ctx) => new HttpResponseMessage())
        .All("/params/:id/:rest?", (req, ctx) => EdgeResponse.Text($"{req.Params["id"]}|{req.Params["rest"]}"))
        .All("/wild/*", (req, ctx) => EdgeResponse.Text(req.Params["*"]!))
        .All("/query", (req, ctx) => EdgeResponse.Text($"{req.RequestUri!.Query}|{req.Query["q"]}"))
        .All("/method", (req, ctx) => EdgeResponse.Text(req.Method.Method))
        .All("/cookie", (req, ctx) => EdgeResponse.Text($"{req.Cookies["a"]}|{req.Cookies["b"]}"))
        .Get("/get-only", (req, ctx) => EdgeResponse.Text("get"))
        .Post("/post-only", (req, ctx) => EdgeResponse.Text("post"))
        .Use("/mounted/:id", new EdgeRouter()
            .Get((req, ctx) => EdgeResponse.Text($"mounted {req.Params["id"]}"))
            .Get("/below", (req, ctx) => EdgeResponse.Text($"below {req.Params["id"]}")));

    private static void AddStatuses(EdgeRouter router) => router
        .All("/status/:code", (req, ctx) => new((HttpStatusCode)int.Parse(req.Params["code"]!, System.Globalization.CultureInfo.InvariantCulture))
        {
            Content = new StringContent("text"),
        })
        .All("/304-length", (req, ctx) => new(HttpStatusCode.NotModified) { Content = new ByteArrayContent([]) { Headers = { ContentLength = 1234 } } })
        .All("/reason", (req, ctx) => new() { ReasonPhrase = "Fine by me", Content = new StringContent("ok") })
        .All("/version", (req, ctx) => new() { Version = new(1, 0), Content = new StringContent("ok") })
        .All("/redirect", (req, ctx) => EdgeResponse.Redirect("/text"))
        .All("/problem", (req, ctx) => EdgeResponse.Problem(HttpStatusCode.Conflict, "Twice"))
        .All("/not-found", (req, ctx) => EdgeResponse.NotFound());

    private static void AddHeaders(EdgeRouter router) => router
        .All("/cookies", (req, ctx) => With(("Set-Cookie", Cookies)))
        .All("/response-cookies", (req, ctx) =>
        {
            req.ResponseCookies.Set("a", "1");
            req.ResponseCookies.Delete("b");
            return EdgeResponse.Text("ok");
        })
        .All("/many", (req, ctx) => With(("X-Many", ["one", "two", "one"]), ("Link", ["</a>; rel=next", "</b>; rel=prev"]), ("Vary", ["A", "a, B"])))
        .All("/empty-header", (req, ctx) => With(("X-Empty", [""]), ("X-Some", ["", "one", ""]), ("ETag", [""])))
        .All("/known", (req, ctx) => With(
            ("Server", ["own"]), ("Cache-Control", ["no-store", "private"]), ("Expires", ["0"]), ("Location", ["/a b"]), ("Age", ["x"])))
        .All("/connection", (req, ctx) =>
            With(("Connection", ["X-Hop, close"]), ("X-Hop", ["1"]), ("Keep-Alive", ["1"]), ("Upgrade", ["h2c"]), ("TE", ["x"]), ("Trailer", ["X-T"])))
        .All("/content-headers", (req, ctx) => With(
            ("Content-Language", ["de", "en"]), ("Content-Disposition", ["inline"]), ("Allow", ["GET", "PUT"]), ("Last-Modified", ["never"])))
        .All("/no-type", (req, ctx) => new() { Content = new ByteArrayContent("bytes"u8.ToArray()) })
        .All("/bad-header/:value", (req, ctx) => With(("X-Bad", [Uri.UnescapeDataString(req.Params["value"]!) + "\r\nX-Evil: 1"])))
        .All("/length/:value", (req, ctx) =>
        {
            var content = new ByteArrayContent("hello"u8.ToArray());
            content.Headers.TryAddWithoutValidation("Content-Length", req.Params["value"]);
            return new() { Content = content };
        })
        .All("/lengths", (req, ctx) =>
        {
            var content = new ByteArrayContent("hello"u8.ToArray());
            content.Headers.TryAddWithoutValidation("Content-Length", ["5", "5"]);
            return new() { Content = content };
        });

    private static void AddBodies(EdgeRouter router) => router
        .All("/stream", (req, ctx) => EdgeResponse.Stream(Parts.ToAsyncEnumerable()))
        .All("/empty-stream", (req, ctx) => EdgeResponse.Stream(AsyncEnumerable.Empty<string>()))
        .All("/events", (req, ctx) => EdgeResponse.ServerSentEvents(new[] { new SseItem<string>("a\nb", "kind"), new("c") }.ToAsyncEnumerable()))
        .All("/long-stream", (req, ctx) => new() { Content = new PushContent(WriteLongAsync) })
        .All("/long-bytes", (req, ctx) => EdgeResponse.Bytes(new byte[300_000]))
        .All("/file", (req, ctx) => EdgeResponse.File(
            req, new MemoryStream("0123456789"u8.ToArray()), "text/plain", "na\u00EFve.txt", new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), new("\"v1\"")))
        .All("/unseekable", (req, ctx) => EdgeResponse.File(req, PipeReader.Create(new MemoryStream("unseekable"u8.ToArray())).AsStream()))
        .Get("/etag", EdgeMiddleware.ETag(), (req, ctx) => EdgeResponse.Text("tagged"))
        .Use("/cors", EdgeMiddleware.Cors(new() { Origins = ["https://a.example"], ExposedHeaders = ["X-A", "X-B"] }))
        .Get("/cors", (req, ctx) => EdgeResponse.Text("shared"))
        .All("/short", (req, ctx) => new() { Content = new ByteArrayContent("hello"u8.ToArray()) { Headers = { ContentLength = 10 } } })
        .All("/long", (req, ctx) => new() { Content = new ByteArrayContent("hello"u8.ToArray()) { Headers = { ContentLength = 3 } } })
        .All("/short-stream", (req, ctx) => new() { Content = Stream(["hello"], 10) })
        .All("/long-stream-in-parts", (req, ctx) => new() { Content = Stream(["he", "llo"], 3) })
        .All("/trailers", (req, ctx) =>
        {
            var response = EdgeResponse.Stream(Parts.ToAsyncEnumerable());
            response.TrailingHeaders.Add("X-Trailer", ["1", "2"]);
            return response;
        });

    private static void AddUploads(EdgeRouter router) => router
        .All("/echo", (req, ctx) => new() { Content = req.Content })
        .All("/read", async (req, ctx) => EdgeResponse.Text($"{await req.ReadTextAsync(ctx.Aborted)} {req.Content?.Headers.ContentLength}"))
        .All("/unread", (req, ctx) => EdgeResponse.Text("unread"))
        .All("/json-in", async (req, ctx) => EdgeResponse.Text($"{(await req.ReadJsonAsync<int[]>(cancellationToken: ctx.Aborted)).Length}"))
        .All("/form", async (req, ctx) =>
        {
            await using var form = await req.ReadFormAsync(cancellationToken: ctx.Aborted);
            return EdgeResponse.Text($"{form.Fields["a"]}");
        })
        .All("/limit/read", EdgeMiddleware.BodyLimit(4), async (req, ctx) => EdgeResponse.Text(await req.ReadTextAsync(ctx.Aborted)))
        .All("/limit/echo", EdgeMiddleware.BodyLimit(4), (req, ctx) => Task.FromResult(new HttpResponseMessage { Content = req.Content }));

    private static void AddErrors(EdgeRouter router) => router
        .All("/throw", HttpResponseMessage (req, ctx) => throw new InvalidOperationException("thrown"))
        .All("/throw-response", HttpResponseMessage (req, ctx) => throw new EdgeResponseException(EdgeResponse.Text("thrown", HttpStatusCode.Gone)))
        .All("/fault", HttpResponseMessage (req, ctx) => throw new EdgeRequestException("query", "No."))
        .All("/null", HttpResponseMessage (req, ctx) => null!)
        .All("/early-error", (req, ctx) => new() { Content = new PushContent((_, _) => throw new InvalidOperationException("early")) })
        .All("/late-error", (req, ctx) => new()
        {
            Content = new PushContent(async (stream, token) =>
        {
            await stream.WriteAsync("part"u8.ToArray(), token);
            throw new InvalidOperationException("late");
        })
        })
        .All("/next", (req, ctx, next) => next());

    private static HttpResponseMessage With(params (string Name, string[] Values)[] headers)
    {
        var response = EdgeResponse.Text("ok");
        foreach (var (name, values) in headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, values))
                response.Content.Headers.TryAddWithoutValidation(name, values);
        }
        return response;
    }

    private static PushContent Stream(string[] parts, long length)
    {
        var content = new PushContent(async (stream, token) =>
        {
            foreach (var part in parts)
                await stream.WriteAsync(Encoding.ASCII.GetBytes(part), token);
        });
        content.Headers.ContentLength = length;
        return content;
    }

    private static async Task WriteLongAsync(Stream stream, CancellationToken token)
    {
        for (var i = 0; i < 30; i++)
            await stream.WriteAsync(Encoding.ASCII.GetBytes(new string((char)('a' + (i % 26)), 10_000)), token);
    }
}
