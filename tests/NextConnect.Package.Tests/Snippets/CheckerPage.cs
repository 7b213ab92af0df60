using NextConnect;

namespace Snippets;

/// <summary>What <c>DocumentedResultTests</c> and the checker itself are tried on; no page shows it.</summary>
internal static class CheckerPage
{
    public static void Hello(NodeRouter router)
    {
        router.Get("/hello/:name", (req, res) => res.SendAsync($"Hello {req.Params["name"]}"));
    }

    public static int Two()
    {
        var two = RoutePattern.Parse("/:a/:b").Match("/1/2")!.Count;
        return two;
    }
}
