using System.Text.RegularExpressions;

namespace NextConnect.Package.Snippets;

public sealed class PatternsPage
{
    [Fact]
    public void Format_gives_what_the_comment_says()
    {
        var path = RoutePattern.Parse("/users/:id/files/*?").Format(new Dictionary<string, string?> { ["id"] = "a b" }); // "/users/a%20b/files"
        path.ShouldBe("/users/a%20b/files");
    }

    internal static void Registrations(NodeRouter router)
    {
        router.Get("/files/*", (req, res) => res.WriteAsync(req.Params["*"] ?? ""));

        router.Get(new Regex(@"^/users/(?<id>[0-9]+)/?\z"), (req, res) => res.WriteAsync($"user {req.Params["id"]}"));
    }
}
