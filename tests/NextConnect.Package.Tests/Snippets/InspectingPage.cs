namespace NextConnect.Package.Snippets;

public static class InspectingPage
{
    private static NodeRouter Router => new NodeRouter()
        .Use((req, res, next) => next())
        .Get("/users/:id", (req, res) => res.WriteAsync("user"))
        .Get("/posts/:id", (req, res) => res.WriteAsync("post"));

    [Fact]
    public static void Explain_prints_the_table_of_the_page()
    {
        Repository.Read("docs/inspecting.md").ShouldContain($"```text\n{Router.Explain("GET", "/users/7")}\n```");
    }

    [Fact]
    public static void Explain_prints_error_middleware_and_mounts_as_the_page_does()
    {
        var site = new NodeRouter()
            .Mount("/files", new NodeRouter().Get("/:name", (req, res) => res.WriteAsync($"{req.PathBase} {req.Path}")))
            .Use((error, req, res, next) => next(error));

        var table = site.Explain("GET", "/files/a.txt").ToString();

        Repository.Read("docs/inspecting.md").ShouldContain($"```text\n{table}\n```");
    }

    [Fact]
    public static void Explain_gives_data()
    {
        var router = Router;
        var explanation = router.Explain("DELETE", "/users/7", new() { HandleMethodNotAllowed = true });
        explanation.Outcome.ShouldBe(RequestOutcome.MethodNotAllowed);
        explanation.Allow.ShouldBe(["GET", "HEAD"]);
    }

    internal static void Page(WebApplication app, NodeRouter router)
    {
        app.UseNextConnectRoutesPage(router);
        app.Run(router.Handler());
    }

    internal static void Print(NodeRouter router)
    {
        foreach (var route in router.Layers)
            Console.WriteLine($"{route.Order} {route}");

        Console.WriteLine(router.Explain("GET", "/users/7"));
    }
}
