using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NextConnect.Package;

/// <summary>
/// A result that a page states beside its code. One line of the forms below, or a fence of <c>text</c> directly behind the code; an ellipsis at the end leaves the rest open.
/// <code>
/// // GET /hello/Ada → 200 Hello Ada
/// // POST /login (Cookie: a=1) name=Ada → 303 (Location: /)
/// // → the text of what the code returns
/// </code>
/// </summary>
internal sealed partial record DocumentedResult(int Line, Snippet? Snippet, string Text)
{
    /// <summary>Lists the results of a page in order, each with the snippet that proves it; null when none does.</summary>
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
            return Compare(Text[1..], host.Value is IEnumerable<string> many ? string.Join(", ", many) : string.Create(CultureInfo.InvariantCulture, $"{host.Value}"));
        if (Exchange().Match(Text) is not { Success: true } stated)
            return $"'{Text}' cannot be read. Write '// GET /path → 200 body'.";

        using var request = RequestOf(stated);
        using var response = await host.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        var wrongHeaders = Headers(stated.Groups["answered"].Value).Where(header => ValuesOf(response, header.Name) != header.Value).Select(header => $"{header.Name}: {ValuesOf(response, header.Name)}");
        if (stated.Groups["status"].Value != $"{(int)response.StatusCode}" || wrongHeaders.Any())
            return $"'{Text}' gives {(int)response.StatusCode} {string.Join("; ", wrongHeaders)} {body}";
        return stated.Groups["body"].Success ? Compare(stated.Groups["body"].Value, body) : null;
    }

    private string? Compare(string stated, string given)
    {
        (stated, given) = (stated.Trim(), given.Trim());
        var isSame = stated.EndsWith('…') ? given.StartsWith(stated[..^1], StringComparison.Ordinal) : given == stated;
        return isSame ? null : $"'{Text}' gives {given}";
    }

    private static HttpRequestMessage RequestOf(Match stated)
    {
        var request = new HttpRequestMessage(new HttpMethod(stated.Groups["method"].Value), new Uri(stated.Groups["target"].Value, UriKind.Relative));
        if (stated.Groups["sent"] is { Success: true, Value: var text })
            request.Content = new StringContent(text, Encoding.UTF8, text[0] is '{' or '[' ? "application/json" : text.Contains('=', StringComparison.Ordinal) ? "application/x-www-form-urlencoded" : "text/plain");
        foreach (var (name, value) in Headers(stated.Groups["headers"].Value))
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    private static IEnumerable<(string Name, string Value)> Headers(string list) =>
        from header in NextHeader().Split(list)
        where header.Length > 0
        let colon = header.IndexOf(':', StringComparison.Ordinal)
        select (header[..colon], header[(colon + 1)..].Trim());

    private static string ValuesOf(HttpResponseMessage response, string name) =>
        string.Join(", ", response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated).Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).SelectMany(header => header.Value));

    [GeneratedRegex(@"; (?=[\w-]+: )")]
    private static partial Regex NextHeader();

    [GeneratedRegex(@"^(?<method>[A-Z]+) (?<target>/\S*)(?: \((?<headers>[^)]*)\))?(?: (?<sent>\S.*?))? → (?<status>\d{3})(?: \((?<answered>[^)]*)\))?(?: (?<body>.+))?$")]
    private static partial Regex Exchange();
}
