using System.Text.RegularExpressions;

namespace NextConnect.Benchmarks;

/// <summary>A route: the method is <c>USE</c> for middleware, <c>ALL</c> for every method.</summary>
internal sealed record Route(string Method, string Pattern);

/// <summary>Requests looked up together.</summary>
internal sealed record LookupCase(string Name, (string Method, string Path)[] Requests);

/// <summary>A named table and what is looked up in it.</summary>
internal sealed record RouteTables(string Name, Route[] Routes, LookupCase[] Cases)
{
    private static readonly string[] Nouns =
    [
        "users", "orders", "invoices", "products", "carts", "payments", "shipments", "reviews", "teams", "projects", "tickets", "boards", "documents",
        "folders", "comments", "events", "calendars", "messages", "channels", "devices", "sensors", "alerts", "reports", "exports", "webhooks",
    ];

    /// <summary>200 routes as a REST API has them, behind three middlewares.</summary>
    public static RouteTables Rest()
    {
        var routes = Nouns.Zip([.. Nouns[1..], Nouns[0]]).SelectMany(pair => new Route[]
        {
            new("GET", $"/{pair.First}"), new("POST", $"/{pair.First}"), new("GET", $"/{pair.First}/:id"), new("PUT", $"/{pair.First}/:id"),
            new("DELETE", $"/{pair.First}/:id"), new("GET", $"/{pair.First}/:id/{pair.Second}"), new("POST", $"/{pair.First}/:id/{pair.Second}"),
            new("GET", $"/{pair.First}/:id/{pair.Second}/:{pair.Second}_id"),
        }).ToArray();
        return new("REST, 200 routes and 3 middlewares", [new("USE", "/"), new("USE", "/"), new("USE", "/users"), .. routes],
        [
            new("literal", [("GET", "/webhooks")]),
            new("parameter", [("GET", "/documents/4711/folders")]),
            new("miss", [("GET", "/documents/4711/folders/12/nothing")]),
            new("all routes", [.. routes.Select(route => (route.Method, Regex.Replace(route.Pattern, ":[a-z_]+", "4711")))]),
        ]);
    }

    /// <summary>Half literal routes, half with a parameter.</summary>
    public static RouteTables OfSize(int count)
    {
        Route Make(int i) => new("GET", i % 2 == 0 ? $"/api/v{i / 2 % 5}/list{i / 2}/all" : $"/api/v{i / 2 % 5}/item{i / 2}/:id/detail");
        var random = new Random(1);
        var picked = Enumerable.Range(0, 64).Select(_ => Make(2 * random.Next(count / 2))).ToArray();
        return new($"{count} routes", [.. Enumerable.Range(0, count).Select(Make)],
        [
            new("literal", [.. picked.Select(route => (route.Method, route.Pattern))]),
            new("parameter",
            [
                .. picked.Select(route =>
                    ("GET", route.Pattern.Replace("list", "item", StringComparison.Ordinal).Replace("/all", "/4711/detail", StringComparison.Ordinal))),
            ]),
            new("miss", [.. picked.Select(route => ("GET", route.Pattern.Replace("list", "none", StringComparison.Ordinal)))]),
        ]);
    }

    /// <summary>The tables of a folder: routes as method and pattern, lookups as case, method and path, separated by tabs.</summary>
    public static IEnumerable<RouteTables> InFolder(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "*.routes.tsv").Order(StringComparer.Ordinal))
        {
            var routes = File.ReadLines(file).Select(line => line.Split('\t')).Select(fields => new Route(fields[0], fields[1])).ToArray();
            if (routes.Any(route => route.Pattern.StartsWith("re:", StringComparison.Ordinal)))
                continue; // has regular expressions, which the peers do not take
            var name = Path.GetFileName(file).Split('.')[0];
            var lookups = File.ReadLines(Path.Combine(folder, name + ".lookups.tsv")).Select(line => line.Split('\t')).GroupBy(fields => fields[0]);
            yield return new(name, routes, [.. lookups.Select(group => new LookupCase(group.Key, [.. group.Select(fields => (fields[1], fields[2]))]))]);
        }
    }
}
