// The servers under test: one process, one mode. All answer GET /user/123 with "User: 123" behind two middlewares (modes with 5: five).
//   PORT=5000 dotnet run -c Release --project bench/NextConnect.Server -- node
using System.Globalization;
using System.Net;
using NextConnect;

var mode = args.FirstOrDefault("node");
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel =>
    kestrel.Listen(IPAddress.Loopback, int.Parse(Environment.GetEnvironmentVariable("PORT") ?? "5000", CultureInfo.InvariantCulture)));
await using var app = builder.Build();

switch (mode)
{
    case "node" or "node-async" or "node-send" or "node-async5":
        NodeHandler middleware = mode.Contains("async", StringComparison.Ordinal)
            ? static async (req, res, next) => await next()
            : static (req, res, next) => next();
        NodeEndpoint user = mode == "node-send"
            ? static (req, res) => res.SendAsync("User: " + req.Params["id"])
            : static (req, res) => res.WriteAsync("User: " + req.Params["id"]);
        var node = new NodeRouter();
        for (var i = 0; i < (mode == "node-async5" ? 5 : 2); i++)
            node.Use(middleware);
        app.Run(node.Get("/", (req, res) => res.WriteAsync("Hello")).Get("/user/:id", user).Handler());
        break;

    case "edge":
        var edge = new EdgeRouter()
            .Use((req, ctx, next) => next())
            .Use((req, ctx, next) => next())
            .Get("/", (req, ctx) => Text("Hello"))
            .Get("/user/:id", (req, ctx) => Text("User: " + req.Params["id"]));
        app.Run(edge.ToRequestDelegate());
        break;

    case "aspnet-async5":
        for (var i = 0; i < 5; i++)
            app.Use(static async (context, next) => await next(context));
        app.MapGet("/user/{id}", (HttpContext context) => context.Response.WriteAsync("User: " + (string?)context.Request.RouteValues["id"]));
        break;

    case "aspnet-minimal":
        app.Use((context, next) => next(context));
        app.Use((context, next) => next(context));
        app.MapGet("/user/{id}", (string id) => $"User: {id}");
        break;

    default:
        await Console.Error.WriteLineAsync($"Unknown mode '{mode}'; one of node, node-async, node-send, node-async5, edge, aspnet-async5, aspnet-minimal.");
        return 2;
}

app.Lifetime.ApplicationStopping.Register(() => Console.WriteLine($"{mode}: {GC.GetTotalAllocatedBytes()} bytes allocated"));
await app.RunAsync();
return 0;

static HttpResponseMessage Text(string text) => new() { Content = new StringContent(text) };
