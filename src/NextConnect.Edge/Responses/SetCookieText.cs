using Microsoft.Net.Http.Headers;

namespace NextConnect;

/// <summary>Checks cookies and writes them, each in a header line of its own (RFC 6265 §3).</summary>
internal static class SetCookieText
{
    public static SetCookieHeaderValue Of(string name, string value) => new(name, CookieValue.Encode(value)) { Path = "/" };

    public static SetCookieHeaderValue Deletion(string name, string path, string? domain) =>
        new(name) { Path = path, Domain = domain, Expires = DateTimeOffset.UnixEpoch, MaxAge = TimeSpan.Zero };

    /// <summary>Checks what the header type does not: an empty name, and the attributes.</summary>
    public static void Check(SetCookieHeaderValue cookie)
    {
        ArgumentNullException.ThrowIfNull(cookie);
        if (cookie.Name.Length == 0)
            throw new ArgumentException("A cookie needs a name.", nameof(cookie));
        foreach (var attribute in cookie.Extensions.Append(cookie.Path).Append(cookie.Domain))
        {
            if (attribute.HasValue && (!HeaderText.IsSafe(attribute) || attribute.AsSpan().Contains(';')))
                throw new ArgumentException($"An attribute of cookie '{cookie.Name}' has ';', a control or a non-ASCII character. Remove it.", nameof(cookie));
        }
    }

    /// <summary>Returns whether a browser that receives both cookies keeps only the first (RFC 6265 §5.3).</summary>
    public static bool Replaces(SetCookieHeaderValue cookie, SetCookieHeaderValue other) =>
        cookie.Name == other.Name && cookie.Path == other.Path && cookie.Domain.Equals(other.Domain, StringComparison.OrdinalIgnoreCase);

    public static bool IsDeletion(SetCookieHeaderValue cookie) =>
        cookie.MaxAge is { } age ? age <= TimeSpan.Zero : cookie.Expires <= DateTimeOffset.UtcNow;

    public static void Add(HttpResponseMessage response, SetCookieHeaderValue cookie) =>
        response.Headers.TryAddWithoutValidation("Set-Cookie", cookie.ToString());
}
