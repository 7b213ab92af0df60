using Microsoft.Net.Http.Headers;

namespace NextConnect;

/// <summary>
/// Holds the cookies that the response to a request will set, whether it is returned, thrown, <c>OnNoMatch</c>'s or <c>OnError</c>'s (Next.js's
/// <c>cookies()</c>); not the default 500, and not the problem document of a request that is at fault.
/// </summary>
public sealed class EdgeResponseCookies
{
    private readonly List<SetCookieHeaderValue> _cookies = [];

    internal EdgeResponseCookies()
    {
    }

    /// <summary>Sets a cookie for the whole site, until the browser is closed.</summary>
    /// <param name="name">The name, a token.</param>
    /// <param name="value">The value: ASCII without spaces, quotes, commas, semicolons and backslashes; encode what may hold them.</param>
    /// <exception cref="ArgumentException">The name or the value is malformed.</exception>
    public void Set(string name, string value) => Set(SetCookieText.Of(name, value));

    /// <summary>Sets a cookie with its attributes.</summary>
    /// <param name="cookie">The cookie. Without a path it is sent back only below the request's folder.</param>
    /// <exception cref="ArgumentException">The cookie is malformed.</exception>
    public void Set(SetCookieHeaderValue cookie)
    {
        SetCookieText.Check(cookie);
        _cookies.Add(cookie);
    }

    /// <summary>Deletes a cookie in the browser.</summary>
    /// <param name="name">The name.</param>
    /// <param name="path">The path it was set for.</param>
    /// <param name="domain">The domain it was set for; null for none.</param>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    public void Delete(string name, string path = "/", string? domain = null) => Set(SetCookieText.Deletion(name, path, domain));

    /// <summary>Moves the cookies to the response that is sent.</summary>
    internal void MoveTo(HttpResponseMessage response)
    {
        foreach (var cookie in _cookies)
            SetCookieText.Add(response, cookie);
        _cookies.Clear();
    }
}
