using System.Buffers;

namespace NextConnect;

/// <summary>Checks a method at its registration: a wrong one would be registered and never match.</summary>
internal static class MethodToken
{
    /// <summary>The standard methods, spelled as the router's verbs; <c>Connect</c> is not one of these.</summary>
    private static readonly string[] Standard = ["Get", "Head", "Post", "Put", "Patch", "Delete", "Options", "Trace", "Connect"];

    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~");

    /// <summary>Returns a method as it is; explains what to write instead of anything else.</summary>
    /// <exception cref="ArgumentException">The text is not a token (RFC 9110), or it is one that was meant otherwise.</exception>
    public static string Check(string method)
    {
        ArgumentNullException.ThrowIfNull(method);
        return MistakeIn(method) is { } mistake ? throw new ArgumentException(mistake, nameof(method)) : method;
    }

    /// <summary>Returns whether a text is a token (RFC 9110 §5.6.2), as every method is.</summary>
    public static bool IsToken(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(TokenCharacters);

    private static string? MistakeIn(string method)
    {
        if (method is "" or "*")
            return $"'{method}' is not a method. For every method, write All(…).";
        if (StandardOf(method) is { } verb)
            return method == NameOf(verb) ? null : $"'{method}' is not {NameOf(verb)}: methods compare case-sensitively. Write {Registration(verb)}.";
        return PathIn(method) ?? ListIn(method) ?? (!IsToken(method)
            ? $"'{method}' is not a method, which consists of letters, digits and !#$%&'*+-.^_`|~ without spaces. Write one, such as \"PROPFIND\"."
            : null);
    }

    /// <summary><c>/x</c> and <c>GET /x</c>: the arguments are exchanged, or one.</summary>
    private static string? PathIn(string method)
    {
        var slash = method.IndexOf('/', StringComparison.Ordinal);
        if (slash == 0)
            return $"'{method}' is a path, and the method comes first. Write {Registration("Get", $"\"{method}\", ")}.";
        return slash > 0 && StandardOf(method[..slash].TrimEnd()) is { } verb
            ? $"'{method}' is a method and a path, which are two arguments. Write {Registration(verb, $"\"{method[slash..]}\", ")}."
            : null;
    }

    private static string? ListIn(string method)
    {
        var methods = method.Split([',', ';', '|', ' '], StringSplitOptions.RemoveEmptyEntries).Select(StandardOf).ToList();
        return methods.Count > 1 && !methods.Contains(null)
            ? $"'{method}' is a list of methods. Write {string.Join('.', methods.Select(one => $"Add(\"{NameOf(one!)}\", …)"))}, or All(…) for every method."
            : null;
    }

    private static string? StandardOf(string method) => Array.Find(Standard, standard => standard.Equals(method, StringComparison.OrdinalIgnoreCase));

    private static string NameOf(string verb) => verb.ToUpperInvariant();

    private static string Registration(string verb, string path = "") =>
        $"Add(\"{NameOf(verb)}\", {path}…)" + (verb == "Connect" ? "" : $" or {verb}({path}…)");
}
