using System.Net;

namespace NextConnect;

/// <content>Redirects.</content>
public static partial class EdgeResponse
{
    /// <summary>Redirects the client to another path of this site, and never to another site, whatever the text.</summary>
    /// <param name="path">
    /// The path, optionally with query and fragment; starts with <c>/</c>. What browsers read as the start of a host name (<c>//</c>, <c>/\</c>, <c>/%09/</c>)
    /// becomes one <c>/</c>; non-ASCII characters are percent-encoded.
    /// </param>
    /// <param name="status">307 as in Next.js: the method is kept. 308 is permanent; 303 continues with GET; 301 and 302 are as browsers treat them.</param>
    /// <returns>The response.</returns>
    /// <exception cref="ArgumentException">The path does not start with <c>/</c> or has a control character, or the status is not a redirect.</exception>
    public static HttpResponseMessage Redirect(string path, HttpStatusCode status = HttpStatusCode.TemporaryRedirect) => RedirectTo(LocalPath.Of(path), status);

    /// <summary>Redirects the client to an address, here or elsewhere. Do not let a request choose it.</summary>
    /// <param name="address">An absolute <c>http</c> or <c>https</c> address.</param>
    /// <param name="status">As for a path.</param>
    /// <returns>The response.</returns>
    /// <exception cref="ArgumentException">The address is relative or of another scheme, or the status is not a redirect.</exception>
    public static HttpResponseMessage Redirect(Uri address, HttpStatusCode status = HttpStatusCode.TemporaryRedirect)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? RedirectTo(new UriBuilder(address) { Host = address.IdnHost }.Uri.AbsoluteUri, status)
            : throw new ArgumentException($"'{address}' is not an absolute http or https address. For a path of this site, pass a string.", nameof(address));
    }

    private static HttpResponseMessage RedirectTo(string location, HttpStatusCode status)
    {
        if (status is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
        {
            throw new ArgumentOutOfRangeException(nameof(status), status, "A redirect has status 301, 302, 303, 307 or 308.");
        }

        var response = Empty(status);
        response.Headers.TryAddWithoutValidation("Location", location);
        return response;
    }
}
