using System.Text;
using System.Text.RegularExpressions;

namespace NextConnect.Package;

/// <summary>A request and its response, as a page states them in one line.</summary>
internal sealed partial class StatedExchange
{
    private readonly Match _line;

    private StatedExchange(Match line) => _line = line;

    /// <summary>Reads <c>METHOD /path (headers) body → status (headers) body</c>; null when the line says something else.</summary>
    public static StatedExchange? Parse(string text) => Line().Match(text) is { Success: true } line ? new StatedExchange(line) : null;

    /// <summary>Sends the request, and says what came back instead of what is stated; null when it is that.</summary>
    public async Task<string?> GivenInsteadAsync(SnippetHost host)
    {
        using var request = CreateRequest();
        using var response = await host.SendAsync(request);
        var body = (await response.Content.ReadAsStringAsync()).Trim();

        var wrong = Headers("answered").Where(header => ValueOf(response, header.Name) != header.Value).ToList();
        if (Value("status") == $"{(int)response.StatusCode}" && wrong.Count == 0)
            return !_line.Groups["body"].Success || DocumentedResult.IsSame(Value("body"), body) ? null : body;

        var headers = wrong.Select(header => $"({header.Name}: {ValueOf(response, header.Name)})");
        return string.Join(' ', [$"{(int)response.StatusCode}", .. headers, body]);
    }

    private HttpRequestMessage CreateRequest()
    {
        var request = new HttpRequestMessage(new HttpMethod(Value("method")), new Uri(Value("target"), UriKind.Relative));
        if (Value("sent") is { Length: > 0 } text)
            request.Content = new StringContent(text, Encoding.UTF8, MediaTypeOf(text));
        foreach (var (name, value) in Headers("headers"))
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    private static string MediaTypeOf(string text) => text switch
    {
        ['{' or '[', ..] => "application/json",
        _ when text.Contains('=', StringComparison.Ordinal) => "application/x-www-form-urlencoded",
        _ => "text/plain",
    };

    private string Value(string part) => _line.Groups[part].Value;

    private IEnumerable<(string Name, string Value)> Headers(string part) =>
        from header in NextHeader().Split(Value(part))
        where header.Length > 0
        let colon = header.IndexOf(':', StringComparison.Ordinal)
        select (header[..colon], header[(colon + 1)..].Trim());

    private static string ValueOf(HttpResponseMessage response, string name)
    {
        var headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated);
        return string.Join(", ", headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).SelectMany(header => header.Value));
    }

    [GeneratedRegex("; (?=[\\w-]+: )")]
    private static partial Regex NextHeader();

    [GeneratedRegex("""
        ^(?<method>[A-Z]+)[ ](?<target>/\S*)([ ]\((?<headers>[^)]*)\))?([ ](?<sent>\S.*?))?
        [ ]→[ ](?<status>\d{3})([ ]\((?<answered>[^)]*)\))?([ ](?<body>.+))?$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
