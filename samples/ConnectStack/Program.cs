// Connect's classic stack: compression, session, body parsing, hello. The session and the compression are ASP.NET Core's own.
// Run it: dotnet run --project samples/ConnectStack
// Try it: curl -i --compressed -d name=Ada http://localhost:5000/
using NextConnect;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddResponseCompression().AddDistributedMemoryCache().AddSession();
await using var app = builder.Build();

var stack = new NodeRouter()
    .Use(AspNetMiddleware.From(app => app.UseResponseCompression()))
    .Use(AspNetMiddleware.From(app => app.UseSession()))
    .Use(async (req, res, next) =>
    {
        if (req.HasFormContentType)
            await req.ReadFormAsync(); // the body parser: from here on req.Form has it
        await next();
    })
    .All((req, res) =>
    {
        var visits = (req.HttpContext.Session.GetInt32("visits") ?? 0) + 1;
        req.HttpContext.Session.SetInt32("visits", visits);
        var name = req.HasFormContentType ? req.Form["name"].ToString() : "stranger";
        return res.SendAsync($"Hello {name} from Connect! Visit {visits}.\n");
    })
    .Use((error, req, res, next) =>
    {
        res.StatusCode = StatusCodes.Status400BadRequest;
        return error is InvalidDataException or IOException ? res.SendAsync("That form cannot be read.\n") : next(error);
    });

app.Run(stack.Handler());
await app.RunAsync();
