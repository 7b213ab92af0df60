using NextConnect;

namespace Snippets;

/// <summary>What <c>DocumentedResultTests</c> and the checker itself are tried on; no page shows it.</summary>
internal static class CheckerPage
{
    public static void Hello(NodeRouter router)
    {
        router.Get("/hello/:name", (req, res) => res.SendAsync($"Hello {req.Params["name"]}"));
    }

    public static string Path()
    {
        var shortest = RoutePattern.Parse("/users/:id").Format(new Dictionary<string, string?> { ["id"] = "a b" });
        return shortest;
    }
}
