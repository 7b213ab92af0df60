using System.Text.RegularExpressions;

namespace NextConnect.Package;

/// <summary>Reads what the tests need of a Markdown page: code fences and tables.</summary>
internal static partial class Markdown
{
    public static IEnumerable<string> Pages => Repository.Files("docs", "*.md").Prepend("README.md");

    /// <summary>Lists the fenced C# code of a page, each with the line it starts at.</summary>
    public static IEnumerable<(int Line, string Code)> Snippets(string markdown)
    {
        foreach (Match fence in Fence().Matches(markdown))
        {
            if (fence.Groups["language"].Value is "csharp" or "cs" or "c#" or "C#")
                yield return (markdown.AsSpan(0, fence.Index).Count('\n') + 1, fence.Groups["code"].Value);
        }
    }

    /// <summary>Lists the fences of plain text that stand directly behind C# code: what that code gives.</summary>
    public static IEnumerable<(int Line, string Code, string Output)> Outputs(string markdown)
    {
        foreach (var (code, output) in Fence().Matches(markdown).Zip(Fence().Matches(markdown).Skip(1)))
        {
            var isNext = string.IsNullOrWhiteSpace(markdown[(code.Index + code.Length)..output.Index]);
            if (isNext && code.Groups["language"].Value == "csharp" && output.Groups["language"].Value == "text")
                yield return (markdown.AsSpan(0, output.Index).Count('\n') + 1, code.Groups["code"].Value, output.Groups["code"].Value);
        }
    }

    /// <summary>Splits code at its blank lines, without the directives at the top of a file.</summary>
    public static IEnumerable<string> Parts(string code) => BlankLine().Split(Using().Replace(code, "")).Where(part => !string.IsNullOrWhiteSpace(part));

    /// <summary>Lists the using directives of C# code.</summary>
    public static IEnumerable<string> Usings(string code) => Using().Matches(code).Select(directive => directive.Value.Trim());

    /// <summary>Writes code without extra space and without comments that state results.</summary>
    public static string Normalize(string code) => Space().Replace(ResultComment().Replace(code, ""), " ").Trim();

    /// <summary>Lists the rows, as cells, of all tables whose first heading is the given one.</summary>
    public static IEnumerable<string[]> Rows(string markdown, string firstHeading)
    {
        var isInTable = false;
        foreach (var line in markdown.Split('\n'))
        {
            string[] cells = line.StartsWith('|')
                ? [.. CellBorder().Split(line.Trim()[1..^1]).Select(cell => cell.Trim().Replace("\\|", "|", StringComparison.Ordinal))]
                : [];
            if (cells.Length == 0)
                isInTable = false;
            else if (isInTable && !cells[0].StartsWith("---", StringComparison.Ordinal))
                yield return cells;
            else
                isInTable |= cells[0] == firstHeading;
        }
    }

    /// <summary>Lists the pieces of a cell that stand between backticks.</summary>
    public static IEnumerable<string> Codes(string cell) => Code().Matches(cell).Select(code => code.Groups[1].Value);

    [GeneratedRegex(@" *// *(?<result>[^\n]*→[^\n]*)")]
    public static partial Regex ResultComment();

    [GeneratedRegex(@"\n[ \t]*\n")]
    private static partial Regex BlankLine();

    [GeneratedRegex(@"^using [\w.]+( = [\w.]+)?;\n?", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"^ *```(?<language>[^\s`]*)[^\n]*\n(?<code>.*?)^ *```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex CellBorder();

    [GeneratedRegex("`([^`]*)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
