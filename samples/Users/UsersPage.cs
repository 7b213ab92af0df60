using System.Globalization;
using NextConnect;

namespace Users;

/// <summary>Style 3, <see cref="NodeRouter{TResult}"/>: handlers return page data or a redirect, and middleware sees what they return.</summary>
internal static class UsersPage
{
    /// <summary>Makes a handler for a <see cref="NodeRouter"/>: runs the page router and writes what it gives.</summary>
    public static NodeEndpoint Create(IUserStore users, ILogger log)
    {
        var pages = Routes(users, log);
        return async (req, res) => await Html.WriteAsync(await pages.RunAsync(req, res) ?? new ErrorPage(404, "There is no such page."), res);
    }

    private static NodeRouter<PageResult> Routes(IUserStore users, ILogger log) => new NodeRouter<PageResult>()
        .Use((req, res, next) => ErrorsToPagesAsync(req, next, log))
        .Get("/", async (req, res) => new ListPage(await users.ListAsync(req.HttpContext.RequestAborted), new()))
        .Post("/", async (req, res) =>
        {
            var form = await ReadAsync(req);
            if (form.Mistake is not null)
                return new ListPage(await users.ListAsync(req.HttpContext.RequestAborted), form);
            var (name, age) = Input(form).Checked();
            await users.AddAsync(name, age, req.HttpContext.RequestAborted);
            return new Redirect("/");
        })
        .Get("/users/:id", async (req, res) =>
        {
            var user = await users.FindAsync(UserId.Of(req.Params), req.HttpContext.RequestAborted) ?? throw HttpError.NoSuchUser(req.Params["id"]);
            return new EditPage(user.Id, new(user.Name, user.Age.ToString(CultureInfo.InvariantCulture)));
        })
        .Post("/users/:id", async (req, res) =>
        {
            var (id, form) = (UserId.Of(req.Params), await ReadAsync(req));
            if (form.Mistake is not null)
                return new EditPage(id, form);
            var (name, age) = Input(form).Checked();
            return await users.ReplaceAsync(id, name, age, req.HttpContext.RequestAborted) is null
                ? throw HttpError.NoSuchUser(req.Params["id"])
                : new Redirect("/");
        })
        .Post("/users/:id/delete", async (req, res) =>
            await users.RemoveAsync(UserId.Of(req.Params), req.HttpContext.RequestAborted) ? new Redirect("/") : throw HttpError.NoSuchUser(req.Params["id"]))
        .All("/", Refuse("GET, HEAD, POST"))
        .All("/users/:id", Refuse("GET, HEAD, POST"))
        .All("/users/:id/delete", Refuse("POST"));

    /// <summary>The first middleware: whatever a page throws becomes a page.</summary>
    private static async Task<PageResult> ErrorsToPagesAsync(HttpRequest req, NextHandler<PageResult> next, ILogger log)
    {
        try
        {
            return await next();
        }
        catch (Exception error) when (!req.HttpContext.RequestAborted.IsCancellationRequested)
        {
            if (HttpError.From(error) is { } known)
                return new ErrorPage(known.Status, known.Message);
            Log.Failed(log, error, req.Method, req.Path);
            return new ErrorPage(500, "Something went wrong here.");
        }
    }

    /// <summary>Registered after the routes of a path, so it receives only the methods that none of them handles.</summary>
    private static NodeEndpoint<PageResult> Refuse(string allowed) => (req, res) =>
    {
        res.Headers.Allow = allowed;
        throw new HttpError(405, $"This page takes {allowed}.");
    };

    private static async Task<UserForm> ReadAsync(HttpRequest req)
    {
        if (!req.HasFormContentType)
            throw new HttpError(415, "This page takes forms.");
        var fields = await req.ReadFormAsync(req.HttpContext.RequestAborted);
        var form = new UserForm(fields["name"].ToString(), fields["age"].ToString());
        try
        {
            Input(form).Checked();
            return form;
        }
        catch (HttpError mistake)
        {
            return form with { Mistake = mistake.Message };
        }
    }

    private static UserInput Input(UserForm form) =>
        new(form.Name, int.TryParse(form.Age, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var age) ? age : null);
}
