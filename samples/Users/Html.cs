
namespace Users;

/// <summary>Turns what a page handler returned into a response.</summary>
internal static class Html
{
    private const string Style =
        "body{font:1rem/1.5 sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}"
        + "td,th{text-align:left;padding:.2rem 1rem .2rem 0}form{margin:1rem 0}td form{margin:0}.mistake{color:#b00020}";

    public static Task WriteAsync(PageResult result, HttpResponse res) => result switch
    {
        Redirect redirect => RedirectAsync(redirect.Location, res),
        ListPage page => PageAsync(page.Form.Mistake is null ? 200 : 400, "Users", List(page), res),
        EditPage page => PageAsync(page.Form.Mistake is null ? 200 : 400, "Edit user", Edit(page), res),
        ErrorPage page => PageAsync(page.Status, "Sorry", Error(page), res),
        _ => throw new InvalidOperationException($"There is no page for {result.GetType().Name}."),
    };

    private static Task RedirectAsync(string location, HttpResponse res)
    {
        res.StatusCode = StatusCodes.Status303SeeOther; // the browser continues with GET
        res.Headers.Location = location;
        return Task.CompletedTask;
    }

    private static async Task PageAsync(int status, string title, HtmlText body, HttpResponse res)
    {
        res.StatusCode = status;
        res.ContentType = "text/html; charset=utf-8";
        res.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        res.Headers.XContentTypeOptions = "nosniff";
        HtmlText page = HtmlText.Of($"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title><style>{HtmlText.Raw(Style)}</style></head>
            <body>
            <h1>{title}</h1>
            {body}
            </body>
            </html>

            """);
        if (!HttpMethods.IsHead(res.HttpContext.Request.Method))
            await res.WriteAsync(page.ToString());
    }

    private static HtmlText List(ListPage page) => HtmlText.Of($"""
        <table>
        <tr><th>Name</th><th>Age</th><th></th><th></th></tr>
        {HtmlText.Join(page.Users.Select(Row))}
        </table>
        <h2>New user</h2>
        {Form("/", page.Form, "Create")}
        """);

    private static HtmlText Row(User user) => HtmlText.Of($"""
        <tr><td>{user.Name}</td><td>{user.Age}</td><td><a href="/users/{user.Id}">Edit</a></td>
        <td><form method="post" action="/users/{user.Id}/delete"><button>Delete</button></form></td></tr>

        """);

    private static HtmlText Edit(EditPage page) => HtmlText.Of($"""
        {Form($"/users/{page.Id}", page.Form, "Save")}
        <p><a href="/">Back to all users</a></p>
        """);

    private static HtmlText Form(string action, UserForm form, string button) => HtmlText.Of($"""
        <form method="post" action="{action}">
        <p class="mistake">{form.Mistake}</p>
        <p><label>Name <input name="name" value="{form.Name}"></label></p>
        <p><label>Age <input name="age" inputmode="numeric" value="{form.Age}"></label></p>
        <button>{button}</button>
        </form>
        """);

    private static HtmlText Error(ErrorPage page) => HtmlText.Of($"""
        <p>{page.Message}</p>
        <p><a href="/">Back to all users</a></p>
        """);
}
