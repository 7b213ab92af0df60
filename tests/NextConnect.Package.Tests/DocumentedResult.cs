using System.Globalization;
using System.Text.RegularExpressions;

namespace NextConnect.Package;

/// <summary>
/// A result that a page states beside its code: one line of the forms below, or a fence of <c>text</c> directly after the code.
/// An ellipsis at the end leaves the rest open.
/// <code>
/// // GET /hello/Ada → 200 Hello Ada
/// // POST /login (Cookie: a=1) name=Ada → 303 (Location: /)
/// // → the text of what the code returns
/// </code>
/// </summary>
internal sealed record DocumentedResult(int Line, Snippet? Snippet, string Text)
{
    /// <summary>Lists the results of a page, each with the snippet that proves it; null when none does.</summary>
    public static IEnumerable<DocumentedResult> Of(string page, string markdown)
    {
        foreach (var (line, code) in Markdown.Snippets(markdown))
        {
            foreach (var part in Markdown.Parts(code))
            {
                foreach (Match comment in Markdown.ResultComment().Matches(part))
                    yield return new DocumentedResult(line, Package.Snippet.Find(page, part, code), comment.Groups["result"].Value);
            }
        }
        foreach (var (line, code, output) in Markdown.Outputs(markdown))
            yield return new DocumentedResult(line, Package.Snippet.Find(page, Markdown.Parts(code).Last(), code), "→ " + output.Trim());
    }

    /// <summary>Says how the running snippet differs from what the page states; null when it does not.</summary>
    public async Task<string?> DifferenceAsync(SnippetHost host)
    {
        if (Text.StartsWith('→'))
            return IsSame(Text[1..], TextOf(host.Value)) ? null : $"'{Text}' gives {TextOf(host.Value)}";
        if (StatedExchange.Parse(Text) is not { } exchange)
            return $"'{Text}' cannot be read. Write '// GET /path → 200 body'.";

        return await exchange.GivenInsteadAsync(host) is { } given ? $"'{Text}' gives {given}" : null;
    }

    /// <summary>Tells whether a text is the stated one, or begins as it does when an ellipsis ends it.</summary>
    public static bool IsSame(string stated, string given) =>
        stated.EndsWith('…') ? given.Trim().StartsWith(stated[..^1].Trim(), StringComparison.Ordinal) : given.Trim() == stated.Trim();

    private static string TextOf(object? value) =>
        value is IEnumerable<string> many ? string.Join(", ", many) : string.Create(CultureInfo.InvariantCulture, $"{value}");
}
