// Data for a page by RunAsync, as getServerSideProps does it: handlers return values, the first middleware turns errors into a page, and the caller renders.
// Run it: dotnet run --project samples/PageData
// Try it: curl http://localhost:5000/users/ada
using System.Collections.Concurrent;
using System.Net;
using NextConnect;

await using var app = WebApplication.Create(args);
var cities = new ConcurrentDictionary<string, string>(StringComparer.Ordinal) { ["ada"] = "London" };

var data = new NodeRouter<PageData>()
    .Use(async (req, res, next) =>
    {
        try
        {
            return await next();
        }
        catch (ArgumentException error)
        {
            return new PageData(400, error.Message);
        }
    })
    .Get("/users/:name", (req, res) => Task.FromResult(cities.TryGetValue(req.Params["name"]!, out var city)
        ? new PageData(200, $"{req.Params["name"]} lives in {city}")
        : new PageData(404, "No such user")))
    .Put("/users/:name", async (req, res) =>
    {
        var form = await req.ReadFormAsync();
        if (form["city"].ToString() is not { Length: > 0 } city)
            throw new ArgumentException("A city is needed");
        cities[req.Params["name"]!] = city;
        return new PageData(200, "User has been updated");
    });

app.Run(async context =>
{
    var page = await data.RunAsync(context.Request, context.Response) ?? new PageData(404, "No such page");
    context.Response.StatusCode = page.Status;
    context.Response.ContentType = "text/html; charset=utf-8";
    await context.Response.SendAsync($"<p>{WebUtility.HtmlEncode(page.Text)}</p>\n");
});
await app.RunAsync();

internal sealed record PageData(int Status, string Text);
