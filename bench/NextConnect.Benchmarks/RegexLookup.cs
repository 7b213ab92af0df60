using System.Text.RegularExpressions;

namespace NextConnect.Benchmarks;

/// <summary>The way of trouter, on .NET: one regular expression a route, tried one after the other, all matches collected.</summary>
internal sealed class RegexLookup(Route[] routes)
{
    private readonly (string Method, Regex Regex)[] _routes = Array.ConvertAll(routes, route => (route.Method, ToRegex(route)));

    public Contender Find(LookupCase lookups) => new("a Regex a route", times =>
    {
        for (var time = 0; time < times; time++)
        {
            foreach (var (method, path) in lookups.Requests)
                Find(method, path);
        }
    }, lookups.Requests.Length);

    private (List<int> Found, Dictionary<string, string> Params) Find(string method, string path)
    {
        var found = new List<int>();
        var values = new Dictionary<string, string>();
        for (var i = 0; i < _routes.Length; i++)
        {
            var (own, regex) = _routes[i];
            if (own is not "USE" and not "ALL" && own != method && !(own == "GET" && method == "HEAD"))
                continue;
            if (regex.Match(path) is not { Success: true } match)
                continue;
            found.Add(i);
            foreach (var group in match.Groups.Values.Skip(1))
                values[group.Name] = group.Value;
        }
        return (found, values);
    }

    private static Regex ToRegex(Route route)
    {
        var segments = route.Pattern.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Select(segment => segment == "*" ? "/(.*)" : segment.StartsWith(':') ? $"/(?<{segment[1..]}>[^/]+?)" : "/" + Regex.Escape(segment));
        var end = route.Method == "USE" ? @"(?=\z|/)" : @"/?\z";
        return new("^" + string.Concat(segments) + end, RegexOptions.Compiled | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    }
}
