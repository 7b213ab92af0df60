using System.Net.Http.Headers;

namespace NextConnect;

/// <summary>What a handler reads from the request line and the headers.</summary>
public static class EdgeRequestValues
{
    extension(HttpRequestMessage req)
    {
        /// <summary>
        /// Gets the query parameters, decoded (<c>+</c> is a space): <c>req.Query["q"]</c> is the first value, <c>req.Query.All("tag")</c> all of them.
        /// Each reading parses the URI again.
        /// </summary>
        public NameValueList Query
        {
            get
            {
                ArgumentNullException.ThrowIfNull(req);
                return QueryReader.Read(req.RequestUri);
            }
        }

        /// <summary>Gets the request's cookies, with the values as they were sent: nothing is decoded. Each reading parses the header again.</summary>
        /// <exception cref="EdgeRequestException">The Cookie header is malformed.</exception>
        public NameValueList Cookies
        {
            get
            {
                ArgumentNullException.ThrowIfNull(req);
                return CookieReader.Read(req);
            }
        }

        /// <summary>Gets the cookies that the answer to this request will set, whichever answer it is. Set before a thrown redirect, they go with it.</summary>
        /// <example><code>req.ResponseCookies.Set("b", "1");</code></example>
        public EdgeResponseCookies ResponseCookies
        {
            get
            {
                ArgumentNullException.ThrowIfNull(req);
                return EdgeResponseCookies.Of(req);
            }
        }

        /// <summary>Gets the token of <c>Authorization: Bearer …</c> (RFC 6750); null when there is none, or when more than one header claims to be it.</summary>
        public string? BearerToken
        {
            get
            {
                ArgumentNullException.ThrowIfNull(req);
                return req.Headers.NonValidated.TryGetValues("Authorization", out var values) && values.Count == 1
                    && AuthenticationHeaderValue.TryParse(values.ToString(), out var value)
                    && value.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
                    ? value.Parameter
                    : null;
            }
        }

        /// <summary>Gets the id of the last event that a reconnecting <c>EventSource</c> has received; null for a first connection.</summary>
        public string? LastEventId
        {
            get
            {
                ArgumentNullException.ThrowIfNull(req);
                return req.Headers.NonValidated.TryGetValues("Last-Event-ID", out var values) ? values.ToString() : null;
            }
        }
    }
}
