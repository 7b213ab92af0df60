using Microsoft.Net.Http.Headers;

namespace NextConnect;

/// <summary>Sets cookies on a response.</summary>
public static class HttpResponseMessageExtensions
{
    extension(HttpResponseMessage response)
    {
        /// <summary>Sets a cookie for the whole site, until the browser is closed.</summary>
        /// <param name="name">The name, a token.</param>
        /// <param name="value">The value, any text: it is percent-encoded, as by ASP.NET Core, and <c>req.Cookies</c> decodes it.</param>
        /// <returns>The response itself.</returns>
        /// <exception cref="ArgumentException">The name is malformed.</exception>
        public HttpResponseMessage SetCookie(string name, string value) => response.SetCookie(SetCookieText.Of(name, value));

        /// <summary>Sets a cookie with its attributes.</summary>
        /// <param name="cookie">
        /// The cookie. Its value is sent as it is: encode any text with <see cref="Uri.EscapeDataString(string)"/>. Without a path it is sent back only below
        /// the request's folder.
        /// </param>
        /// <returns>The response itself.</returns>
        /// <exception cref="ArgumentException">The cookie is malformed.</exception>
        /// <example><code>return EdgeResponse.Text("Hello").SetCookie(new("theme", "dark") { Path = "/", MaxAge = TimeSpan.FromDays(30) });</code></example>
        public HttpResponseMessage SetCookie(SetCookieHeaderValue cookie)
        {
            ArgumentNullException.ThrowIfNull(response);
            SetCookieText.Check(cookie);
            SetCookieText.Add(response, cookie);
            return response;
        }

        /// <summary>Deletes a cookie in the browser.</summary>
        /// <param name="name">The name.</param>
        /// <param name="path">The path it was set for.</param>
        /// <param name="domain">The domain it was set for; null for none.</param>
        /// <returns>The response itself.</returns>
        /// <exception cref="ArgumentException">The name is malformed.</exception>
        public HttpResponseMessage DeleteCookie(string name, string path = "/", string? domain = null) =>
            response.SetCookie(SetCookieText.Deletion(name, path, domain));
    }
}
