using NextConnect;

namespace Users;

/// <summary>Style 1, <see cref="NodeRouter"/>: handlers get the request and write the response.</summary>
internal static class UsersApi
{
    public static NodeRouter Create(IUserStore users) => new NodeRouter()
        .Get("/", async (req, res) =>
        {
            await res.WriteAsJsonAsync(await users.ListAsync(req.HttpContext.RequestAborted), UserJson.Default.IReadOnlyListUser);
        })
        .Post("/", async (req, res) =>
        {
            var (name, age) = await ReadAsync(req);
            var user = await users.AddAsync(name, age, req.HttpContext.RequestAborted);
            res.StatusCode = StatusCodes.Status201Created;
            res.Headers.Location = $"/api/users/{user.Id}";
            await res.WriteAsJsonAsync(user, UserJson.Default.User);
        })
        .Get("/:id", async (req, res) =>
        {
            var user = await users.FindAsync(UserId.Of(req.Params), req.HttpContext.RequestAborted);
            await res.WriteAsJsonAsync(user ?? throw HttpError.NoSuchUser(req.Params["id"]), UserJson.Default.User);
        })
        .Put("/:id", async (req, res) =>
        {
            var (name, age) = await ReadAsync(req);
            var user = await users.ReplaceAsync(UserId.Of(req.Params), name, age, req.HttpContext.RequestAborted);
            await res.WriteAsJsonAsync(user ?? throw HttpError.NoSuchUser(req.Params["id"]), UserJson.Default.User);
        })
        .Delete("/:id", async (req, res) =>
        {
            if (!await users.RemoveAsync(UserId.Of(req.Params), req.HttpContext.RequestAborted))
                throw HttpError.NoSuchUser(req.Params["id"]);
            res.StatusCode = StatusCodes.Status204NoContent;
        });

    /// <summary>Answers every error of the site as JSON.</summary>
    public static NodeErrorHandler OnError(ILogger log) => (error, req, res) =>
    {
        var known = HttpError.From(error);
        if (known is null)
            Log.Failed(log, error, req.Method, req.Path);
        res.StatusCode = known?.Status ?? StatusCodes.Status500InternalServerError;
        return res.WriteAsJsonAsync(new ErrorBody(known?.Message ?? "Something went wrong here."), UserJson.Default.ErrorBody);
    };

    private static async Task<(string Name, int Age)> ReadAsync(HttpRequest req)
    {
        var input = await System.Text.Json.JsonSerializer.DeserializeAsync(req.Body, UserJson.Default.UserInput, req.HttpContext.RequestAborted);
        return (input ?? new(null, null)).Checked();
    }
}
