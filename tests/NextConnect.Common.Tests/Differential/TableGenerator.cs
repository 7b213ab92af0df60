using System.Text.RegularExpressions;
using NextConnect.Conformance;

namespace NextConnect.Common.Tests;

/// <summary>Makes routers as data: nested mounts, every form of pattern, regular expressions, any methods.</summary>
internal sealed class TableGenerator(Random random)
{
    public static readonly string[] Methods = ["GET", "HEAD", "POST", "propfind", "PROPFIND", "OPTIONS"];

    /// <summary>With a time limit of their own, so that a busy machine does not fail a case.</summary>
    private static readonly Regex[] Expressions =
    [
        .. new[] { @"^/a/(?<id>[^/]+)/?\z", @"^/(?<x>[0-9]+)", @"(?<file>b)?k", @"^/users(?<tenant>/.*)?\z", @"^/([^/]*)/?\z", @"^\*\z", "" }
            .Select(expression => new Regex(expression, RegexOptions.None, TimeSpan.FromMinutes(1))),
    ];

    private readonly PatternGenerator _patterns = new(random);
    private readonly List<IReadOnlyList<string>> _seen = [];
    private int _id;

    public List<RouterEntry> Table(int size) => [.. Enumerable.Range(0, size).Select(_ => Entry([], 3))];

    /// <summary>Makes a path after one of the patterns made so far.</summary>
    public string Path() => _patterns.Path(random.Pick(_seen));

    private RouterEntry Entry(IReadOnlyList<string> outer, int depth)
    {
        if (depth > 0 && random.Percent(25))
            return RouterEntry.Use(Text(outer, 2, isBase: true, out var all), Members(all, depth - 1));
        RouterMember[] handlers = random.Percent(20) ? [new(_id++), new(_id++)] : [new(_id++)];
        var method = random.Percent(25) ? "" : random.Pick(Methods);
        if (random.Percent(6))
        {
            _seen.Add([.. outer, "a", ":id"]);
            var entry = random.Percent(50) ? RouterEntry.Use(null, handlers) : RouterEntry.Add(method, null, handlers);
            return entry with { Expression = random.Pick(Expressions) };
        }
        var text = Text(outer, 4, isBase: false, out _);
        return random.Percent(35) ? RouterEntry.Use(text, handlers) : RouterEntry.Add(method, text, handlers);
    }

    private RouterMember[] Members(IReadOnlyList<string> outer, int depth) =>
    [
        .. Enumerable.Range(0, random.Next(1, 3))
            .Select(_ => new RouterMember(Router: [.. Enumerable.Range(0, random.Next(5)).Select(_ => Entry(outer, depth))])),
        .. random.Percent(20) ? [new RouterMember(_id++)] : Array.Empty<RouterMember>(),
    ];

    /// <summary>A base path or pattern, now and then omitted; a name may come again below a mount.</summary>
    private string? Text(IReadOnlyList<string> outer, int maximum, bool isBase, out IReadOnlyList<string> all)
    {
        var segments = random.Percent(12) ? [] : _patterns.Pattern(maximum, hasWildcard: !isBase);
        all = [.. outer, .. segments];
        _seen.Add(all);
        if (segments.Count == 0)
            return random.Pick([null, "", "/"]);
        return (random.Percent(90) ? "/" : "") + string.Join('/', segments) + (random.Percent(15) ? "/" : "");
    }
}
