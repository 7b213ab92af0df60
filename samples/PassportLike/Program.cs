// Authentication as Passport does it: callback middleware, wrapped unchanged in shape, that finds the user or calls next with an error.
// Run it: dotnet run --project samples/PassportLike
// Try it: curl -u ada:lovelace http://localhost:5000/profile
using System.Security.Claims;
using System.Text;
using NextConnect;

await using var app = WebApplication.Create(args);

var router = new NodeRouter()
    .Use(ExpressWrapper.Wrap(Authenticate))
    .Get("/", (req, res) => res.SendAsync($"Hello {req.HttpContext.User.Identity?.Name ?? "stranger"}\n"))
    .Get("/profile", ExpressWrapper.Wrap(RequireUser), (req, res, next) => res.SendAsync($"Profile of {req.HttpContext.User.Identity!.Name}\n"))
    .Use(ExpressWrapper.Wrap(AskForPassword));

app.Run(router.Handler());
await app.RunAsync();

// The strategy: HTTP Basic. A request without credentials stays anonymous, wrong ones are an error.
static void Authenticate(HttpRequest req, HttpResponse res, ExpressNext next)
{
    if (req.Headers.Authorization.ToString() is not ['B', 'a', 's', 'i', 'c', ' ', .. var encoded])
    {
        next();
        return;
    }
    var bytes = new byte[encoded.Length];
    // A real one asks a store of password hashes.
    if (Convert.TryFromBase64String(encoded, bytes, out var length) && Encoding.UTF8.GetString(bytes, 0, length) == "ada:lovelace")
    {
        req.HttpContext.User = new(new ClaimsIdentity([new(ClaimTypes.Name, "ada")], "Basic"));
        next();
        return;
    }
    next(new UnauthorizedAccessException("Wrong name or password."));
}

static void RequireUser(HttpRequest req, HttpResponse res, ExpressNext next) =>
    next(req.HttpContext.User.Identity is { IsAuthenticated: true } ? null : new UnauthorizedAccessException("Please log in."));

// Four parameters: it runs for errors of the layers before it, and passes on what is not its own.
static async Task AskForPassword(Exception error, HttpRequest req, HttpResponse res, ExpressNext next)
{
    if (error is not UnauthorizedAccessException)
    {
        next(error);
        return;
    }
    res.StatusCode = StatusCodes.Status401Unauthorized;
    res.Headers.WWWAuthenticate = "Basic realm=\"sample\"";
    await res.SendAsync($"{error.Message}\n");
}
