namespace NextConnect.Package.Snippets;

public sealed class MiddlewarePage
{
    [Fact]
    public async Task Values_add_up()
    {
        var context = new DefaultHttpContext { Request = { Method = "GET", Path = "/" } };

        var sum = new NodeRouter<int>()
            .Use(async (req, res, next) => await next() + 1)
            .Get("/", (req, res) => Task.FromResult(2));
        var three = await sum.RunAsync(context.Request, context.Response);

        three.ShouldBe(3);
    }

    [Fact]
    public async Task Mounted_routes_see_the_parameters_of_the_base_path()
    {
        var posts = new NodeRouter().Get("/:post", (req, res) => res.WriteAsync($"{req.Params["user"]} wrote {req.Params["post"]}"));
        var site = new NodeRouter().Use("/users/:user/posts", posts);

        var context = new DefaultHttpContext { Request = { Method = "GET", Path = "/users/ada/posts/1" }, Response = { Body = new MemoryStream() } };
        await site.Handler()(context);

        System.Text.Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray()).ShouldBe("ada wrote 1");
    }

    [Fact]
    public void A_frozen_router_goes_on_as_a_clone()
    {
        var common = new NodeRouter().Use(LogRequest, RequireAdmin);
        var reports = common.Clone().Get("/reports", (req, res) => res.WriteAsync("reports"));

        reports.Handler();
        Should.Throw<InvalidOperationException>(() => reports.Get("/late", (req, res) => res.WriteAsync("late"))).Message.ShouldContain("Clone()");
    }

    internal static NodeRouter Chain()
    {
        var router = new NodeRouter()
            .Use(LogRequest)
            .Use("/admin", RequireAdmin)
            .Get("/admin/report", LoadReport, (req, res) => res.WriteAsync("report"))
            .All("/admin/*", (req, res) => res.WriteAsync("anything else below /admin"));
        return router;
    }

    internal static void Callback(NodeRouter router)
    {
        router.Use(ExpressWrapper.Wrap(async (req, res, next) =>
        {
            if (await IsBannedAsync(req))
                next(new InvalidOperationException("Banned."));
            else
                next();
        }));
    }

    private static Task LogRequest(HttpRequest req, HttpResponse res, NextHandler next) => next();

    private static Task RequireAdmin(HttpRequest req, HttpResponse res, NextHandler next) => next();

    private static Task LoadReport(HttpRequest req, HttpResponse res, NextHandler next) => next();

    private static Task<bool> IsBannedAsync(HttpRequest req) => Task.FromResult(false);
}
