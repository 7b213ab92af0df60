namespace NextConnect.Common.Tests;

/// <summary>Makes text patterns of every form, and paths that match them or nearly do.</summary>
internal sealed class PatternGenerator(Random random)
{
    private static readonly string[] Literals = ["a", "b", "users", "API", "x.y", "c++", "k", "is", "a%2Fb", "é", "..."];
    private static readonly string[] Names = ["id", "x", "tenant", "file", "_9"];
    private static readonly string[] Forms =
        [":{0}", ":{0}", ":{0}", ":{0}?", ":{0}?", ":{0}.mp4", ":{0}.(gz|tar.gz)", ":{0}?.json", "*", "*", "*?", "*{0}", "*{0}?"];
    private static readonly string[] Values = ["a", "b", "users", "1", "k", "is", "x.y", "v.mp4", "v.tar.gz", "v.gz", ".json", "é", "%2F", ".mp4", "A.MP4"];

    private static readonly string[] Odd =
        [
            "", "A", "\u212A", "\u0130", "\u0131", "\u017F", "a\n", "\n", "\0", "\u2028", "e\u0301", "\uD800",
            "%2e%2e", "..", ".", ".mp4", "*", ":id", "a;b=c", "\uFF41",
        ];

    /// <summary>Makes the segments of a pattern; a name occurs once.</summary>
    public List<string> Pattern(int maximum, bool hasWildcard = true)
    {
        var names = new Queue<string>(random.GetItems(Names, 8).Distinct());
        var segments = new List<string>();
        for (var i = random.Next(maximum + 1); i > 0; i--)
        {
            var form = random.Percent(45) ? random.Pick(Literals) : random.Pick(Forms);
            if (form.StartsWith('*') && !hasWildcard)
                continue;
            if (!form.Contains('{', StringComparison.Ordinal))
                segments.Add(form);
            else if (names.TryDequeue(out var name))
                segments.Add(form.Replace("{0}", name, StringComparison.Ordinal));
        }
        return segments;
    }

    /// <summary>Makes a path from the segments of a pattern, then changes it here and there.</summary>
    public string Path(IEnumerable<string> pattern)
    {
        var segments = pattern.SelectMany(Instance).ToList();
        for (var changes = random.Next(4) - 1; changes > 0; changes--)
            Mutate(segments);
        var path = "/" + string.Join('/', segments);
        return random.Next(40) switch
        {
            0 => "",
            1 => random.Pick(["*", "a", "example.com:443"]),
            2 => path.ToUpperInvariant(),
            < 9 => path + "/",
            _ => path,
        };
    }

    private IEnumerable<string> Instance(string segment)
    {
        if (segment[0] is not (':' or '*'))
            return [random.Percent(20) ? segment.ToUpperInvariant() : segment];
        if (segment[0] == '*')
            return random.GetItems(Values, random.Next(segment.EndsWith('?') ? 0 : 1, 4));

        var dot = segment.IndexOf('.', StringComparison.Ordinal);
        if (dot >= 0)
            return [(random.Percent(80) ? random.Pick(Values) : "") + random.Pick([segment[dot..], ".gz", ".tar.gz", ".mp4"])];
        return segment.EndsWith('?') && random.Percent(50) ? [] : [random.Pick(Values)];
    }

    private void Mutate(List<string> segments)
    {
        var at = random.Next(segments.Count + 1);
        switch (random.Next(4))
        {
            case 0:
                segments.Insert(at, random.Percent(50) ? random.Pick(Odd) : random.Pick(Values));
                break;
            case 1 when at < segments.Count:
                segments.RemoveAt(at);
                break;
            case 2 when at < segments.Count:
                segments[at] += random.Pick(Odd);
                break;
            case 3 when at < segments.Count:
                segments[at] = segments[at]
                    .Replace("k", "\u212A", StringComparison.OrdinalIgnoreCase).Replace("i", "\u0131", StringComparison.OrdinalIgnoreCase)
                    .Replace("s", "\u017F", StringComparison.OrdinalIgnoreCase);
                break;
        }
    }
}
