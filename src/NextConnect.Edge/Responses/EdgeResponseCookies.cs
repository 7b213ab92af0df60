using Microsoft.Net.Http.Headers;

namespace NextConnect;

/// <summary>
/// Holds the cookies that the response to a request will set, whether it is returned, thrown, <c>OnNoMatch</c>'s or <c>OnError</c>'s (Next.js's
/// <c>cookies()</c>); not the default 500, and not the problem document of a request that is at fault. <c>req.Cookies</c> shows them at once.
/// </summary>
public sealed class EdgeResponseCookies
{
    private readonly List<SetCookieHeaderValue> _cookies = [];
    private readonly OrderedDictionary<string, string?> _values = new(StringComparer.Ordinal);

    internal EdgeResponseCookies()
    {
    }

    /// <summary>Gets how often a cookie was set or deleted.</summary>
    internal int Changes { get; private set; }

    /// <summary>Gets the cookies as the browser's next request will send them: null for one that is deleted.</summary>
    internal IReadOnlyDictionary<string, string?> Values => _values;

    /// <summary>Sets a cookie for the whole site, until the browser is closed. It replaces one that was set before.</summary>
    /// <param name="name">The name, a token.</param>
    /// <param name="value">The value, any text: it is percent-encoded, as by ASP.NET Core, and <c>req.Cookies</c> decodes it.</param>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    public void Set(string name, string value) => Set(SetCookieText.Of(name, value));

    /// <summary>Sets a cookie with its attributes. It replaces one that was set before for the same path and domain.</summary>
    /// <param name="cookie">
    /// The cookie. Its value is sent as it is: encode any text with <see cref="Uri.EscapeDataString(string)"/>. Without a path it is sent back only below the
    /// request's folder.
    /// </param>
    /// <exception cref="ArgumentException">The cookie is malformed.</exception>
    public void Set(SetCookieHeaderValue cookie)
    {
        SetCookieText.Check(cookie);
        _cookies.RemoveAll(other => SetCookieText.Replaces(cookie, other));
        _cookies.Add(cookie);
        _values[cookie.Name.ToString()] = SetCookieText.IsDeletion(cookie) ? null : CookieValue.Decode(cookie.Value.ToString());
        Changes++;
    }

    /// <summary>Deletes a cookie in the browser.</summary>
    /// <param name="name">The name.</param>
    /// <param name="path">The path it was set for.</param>
    /// <param name="domain">The domain it was set for; null for none.</param>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    public void Delete(string name, string path = "/", string? domain = null) => Set(SetCookieText.Deletion(name, path, domain));

    /// <summary>Moves the cookies to the response that is sent, and returns it.</summary>
    internal HttpResponseMessage MoveTo(HttpResponseMessage response)
    {
        if (_cookies.Count == 0)
            return response;
        var own = OwnResponse.Of(response);
        foreach (var cookie in _cookies)
            SetCookieText.Add(own, cookie);
        _cookies.Clear();
        return own;
    }
}
