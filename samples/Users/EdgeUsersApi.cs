using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Serialization.Metadata;
using NextConnect;

namespace Users;

/// <summary>Style 2, <see cref="EdgeRouter"/>: handlers get a message and return one. The same API as <see cref="UsersApi"/>.</summary>
internal static class EdgeUsersApi
{
    public static EdgeRouter Create(IUserStore users) => new EdgeRouter()
        .Use(async (req, ctx, next) =>
        {
            var clock = Stopwatch.StartNew();
            var response = await next(); // the response is a value: its headers can still change
            response.Headers.Add("X-Response-Time", clock.Elapsed.TotalMilliseconds.ToString("0.0ms", CultureInfo.InvariantCulture));
            return response;
        })
        .Get("/", async (req, ctx) => Json(HttpStatusCode.OK, await users.ListAsync(ctx.Aborted), UserJson.Default.IReadOnlyListUser))
        .Post("/", async (req, ctx) =>
        {
            var (name, age) = await ReadAsync(req, ctx);
            var user = await users.AddAsync(name, age, ctx.Aborted);
            var response = Json(HttpStatusCode.Created, user, UserJson.Default.User);
            response.Headers.Location = new Uri($"/api/edge-users/{user.Id}", UriKind.Relative);
            return response;
        })
        .Get("/:id", async (req, ctx) => UserOr404(req, await users.FindAsync(UserId.Of(req.Params), ctx.Aborted)))
        .Put("/:id", async (req, ctx) =>
        {
            var (name, age) = await ReadAsync(req, ctx);
            return UserOr404(req, await users.ReplaceAsync(UserId.Of(req.Params), name, age, ctx.Aborted));
        })
        .Delete("/:id", async (req, ctx) => await users.RemoveAsync(UserId.Of(req.Params), ctx.Aborted)
            ? new HttpResponseMessage(HttpStatusCode.NoContent)
            : throw HttpError.NoSuchUser(req.Params["id"]));

    /// <summary>Answers every error as JSON.</summary>
    public static EdgeErrorHandler OnError(ILogger log) => (error, req, ctx) =>
    {
        var known = HttpError.From(error);
        if (known is null)
            Log.Failed(log, error, req.Method.Method, req.RequestUri?.AbsolutePath);
        return Task.FromResult(Json(
            (HttpStatusCode)(known?.Status ?? 500), new ErrorBody(known?.Message ?? "Something went wrong here."), UserJson.Default.ErrorBody));
    };

    private static HttpResponseMessage UserOr404(HttpRequestMessage req, User? user) =>
        Json(HttpStatusCode.OK, user ?? throw HttpError.NoSuchUser(req.Params["id"]), UserJson.Default.User);

    private static HttpResponseMessage Json<T>(HttpStatusCode status, T value, JsonTypeInfo<T> type) =>
        new(status) { Content = JsonContent.Create(value, type) };

    private static async Task<(string Name, int Age)> ReadAsync(HttpRequestMessage req, EdgeContext ctx)
    {
        var input = req.Content is null ? null : await req.Content.ReadFromJsonAsync(UserJson.Default.UserInput, ctx.Aborted);
        return (input ?? new(null, null)).Checked();
    }
}
