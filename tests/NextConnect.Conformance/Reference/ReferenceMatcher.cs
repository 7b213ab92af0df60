using System.Text.RegularExpressions;

namespace NextConnect.Conformance;

/// <summary>
/// States what matching means, as plainly as it can be said: one layer after the other, one way after the other. It shares no code with the shipped matcher,
/// which must give the same answers.
/// </summary>
public static class ReferenceMatcher
{
    /// <summary>Finds all layers that match a request, in registration order.</summary>
    public static ReferenceMatch Find(IEnumerable<RouterEntry> table, string method, string path)
    {
        var (handlers, values, isMiddlewareOnly) = (new List<int>(), new Dictionary<string, string?>(), true);
        foreach (var (entry, id, basePath) in Flatten(table, ""))
        {
            var accepts = entry.IsMiddleware || entry.Method is null or "" || entry.Method == method || (entry.Method == "GET" && method == "HEAD");
            if (!accepts || Match(entry, basePath, path) is not { } found)
                continue;
            if (id is not null)
                handlers.Add(id.Value);
            isMiddlewareOnly &= entry.IsMiddleware;
            foreach (var (name, value) in found)
                values[name] = value;
        }
        return new(handlers, values, isMiddlewareOnly);
    }

    /// <summary>Lists the methods that have a route for a path; HEAD with GET.</summary>
    public static IReadOnlySet<string> MethodsOf(IEnumerable<RouterEntry> table, string path)
    {
        var routes = Flatten(table, "")
            .Where(layer => layer.Entry is { IsMiddleware: false, Method: not (null or "") } && Match(layer.Entry, layer.Base, path) is not null);
        var methods = routes.Select(layer => layer.Entry.Method!).ToHashSet();
        return methods.Contains("GET") ? methods.Append("HEAD").ToHashSet() : methods;
    }

    /// <summary>Matches one pattern; null when it does not match.</summary>
    public static IReadOnlyDictionary<string, string?>? Match(string pattern, string path, bool isPrefix) => Match("", pattern, path, isPrefix, null);

    /// <summary>
    /// The layers of a mounted router stand behind its mount, which runs nothing itself but gives the parameters of its base path, if it has any.
    /// A list of handlers and routers is one router.
    /// </summary>
    private static IEnumerable<(RouterEntry Entry, int? Id, string Base)> Flatten(IEnumerable<RouterEntry> table, string basePath)
    {
        foreach (var entry in table)
        {
            var isMount = entry.Fns.Any(member => member.Router is not null);
            if (isMount && entry.Base?.Contains(':', StringComparison.Ordinal) is true)
                yield return (entry, null, basePath);
            foreach (var layer in entry.Fns.SelectMany(member =>
                isMount ? Flatten(member.Router ?? [RouterEntry.Use(null, member)], Join(basePath, entry.Base)) : [(entry, member.Id, basePath)]))
                yield return layer;
        }
    }

    private static string Join(string basePath, string? text) => string.IsNullOrEmpty(text) ? basePath : basePath.TrimEnd('/') + "/" + text.TrimStart('/');

    private static Dictionary<string, string?>? Match(RouterEntry entry, string basePath, string path)
    {
        if (entry.Expression is null && Join(basePath, entry.Text).Length == 0)
            return []; // neither base nor pattern: every request, also one without a path
        return Match(basePath, entry.Text ?? "", path, entry.IsMiddleware || string.IsNullOrEmpty(entry.Text), entry.Expression);
    }

    private static Dictionary<string, string?>? Match(string basePath, string pattern, string path, bool isPrefix, Regex? expression)
    {
        var (baseItems, values) = (ReferenceItem.Read(basePath), new Dictionary<string, string?>());
        ReferenceItem[] items = [.. baseItems, .. ReferenceItem.Read(pattern)];
        if (path is not ("" or ['/', ..]) && (expression is null || items.Length > 0))
            return null;
        var segments = path is ['/', ..] ? path[1..].Split('/') : [];
        return From(0, 0) ? values : null;

        bool From(int i, int j)
        {
            if (i == items.Length)
                return expression is null ? isPrefix || j == segments.Length || (j == segments.Length - 1 && segments[j].Length == 0) : Rest(j);
            var item = items[i];
            if (item.Kind == '=')
                return j < segments.Length && segments[j].Equals(item.Text, StringComparison.OrdinalIgnoreCase) && From(i + 1, j + 1);
            if (item.Kind == ':' && j < segments.Length && item.TryRead(segments[j], out var value) && With(item, value, i, j + 1))
                return true; // present before absent
            for (var end = segments.Length; item.Kind == '*' && end > j; end--)
            {
                if (With(item, string.Join('/', segments[j..end]), i, end))
                    return true; // longest first
            }
            if (item.Kind == '*' && i == baseItems.Length && basePath.Length > 0 && j == segments.Length && With(item, "", i, j))
                return true; // a mounted router sees "/" where its base path ends the path
            return item.CanBeAbsent && With(item, null, i, j);
        }

        bool With(ReferenceItem item, string? value, int i, int end)
        {
            var isFound = From(i + 1, end);
            if (isFound && i >= baseItems.Length) // the mount gives those of its base path
                values.TryAdd(item.Text, value); // the last wildcard of a pattern returns first
            return isFound;
        }

        bool Rest(int j)
        {
            var rest = segments.Length == 0 ? path : "/" + string.Join('/', segments[j..]);
            var found = expression.Match(rest);
            foreach (var group in found.Success ? found.Groups.Values.Where(group => !char.IsAsciiDigit(group.Name[0])) : [])
                values[group.Name] = group.Success ? group.Value : null;
            return found.Success;
        }
    }
}
