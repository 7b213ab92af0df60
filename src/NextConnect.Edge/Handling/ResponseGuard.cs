using System.Globalization;

namespace NextConnect;

/// <summary>Completes a router's response: adds the request's cookies, and refuses what no server may send while an error response is still possible.</summary>
internal static class ResponseGuard
{
    /// <summary>Checks a response and completes it. One that is refused is disposed.</summary>
    public static HttpResponseMessage Apply(HttpRequestMessage req, HttpResponseMessage response)
    {
        try
        {
            Check(response);
        }
        catch
        {
            response.Dispose();
            throw;
        }
        return Complete(req, response); // after the check: an error response receives the cookies too
    }

    /// <summary>Adds the cookies and the headers that layers have set for whatever response is sent.</summary>
    public static HttpResponseMessage Complete(HttpRequestMessage req, HttpResponseMessage response) =>
        AddHeaders(req, RequestState.Find(req)?.Cookies?.MoveTo(response) ?? response);

    /// <summary>Adds the headers alone, for a default response to an error, which takes no cookies.</summary>
    public static HttpResponseMessage AddHeaders(HttpRequestMessage req, HttpResponseMessage response) =>
        RequestState.Find(req)?.CommonHeaders?.AddTo(response) ?? response;

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
