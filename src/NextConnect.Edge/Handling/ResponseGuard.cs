using System.Globalization;

namespace NextConnect;

/// <summary>Completes a router's response: adds the request's cookies, and refuses what no server may send while an error response is still possible.</summary>
internal static class ResponseGuard
{
    public static HttpResponseMessage Apply(HttpRequestMessage req, HttpResponseMessage response)
    {
        Check(response); // before the cookies: an error response receives them too
        return RequestState.Find(req)?.Cookies?.MoveTo(response) ?? response;
    }

    /// <summary>Refuses a status that is not final, and a header that would break the message: CR, LF, NUL and anything else but printable ASCII.</summary>
    private static void Check(HttpResponseMessage response)
    {
        if ((int)response.StatusCode is < 200 or > 599)
            throw new InvalidOperationException($"The response has status {(int)response.StatusCode}. Return a final status, 200 to 599.");
        Check(response.Headers.NonValidated);
        if (response.Content is { } content)
        {
            Check(content.Headers.NonValidated);
            CheckLength(content.Headers.NonValidated);
        }
    }

    /// <summary>Refuses what no server can frame a body by; a server that ignores it would send another length than the handler's.</summary>
    private static void CheckLength(System.Net.Http.Headers.HttpHeadersNonValidated headers)
    {
        if (headers.TryGetValues("Content-Length", out var values)
            && (values.Count != 1 || !long.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            throw new InvalidOperationException($"The response's Content-Length is '{values}'. Write one number of bytes, or omit it.");
        }
    }

    private static void Check(System.Net.Http.Headers.HttpHeadersNonValidated headers)
    {
        foreach (var (name, values) in headers)
        {
            foreach (var value in values)
            {
                if (!HeaderText.IsSafe(value))
                    throw new InvalidOperationException($"The response's header '{name}' has a control or non-ASCII character. Encode or remove it.");
            }
        }
    }
}
