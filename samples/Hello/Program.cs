// The smallest program: one middleware, one route.
// Run it: dotnet run --project samples/Hello
using NextConnect;

await using var app = WebApplication.Create(args);

var router = new NodeRouter()
    .Use(async (req, res, next) =>
    {
        await next();
        Console.WriteLine($"{req.Method} {req.Path} {res.StatusCode}");
    })
    .Get("/hello/:name", (req, res) => res.SendAsync($"Hello {req.Params["name"]}\n"));

app.Run(router.Handler());
await app.RunAsync();
