namespace NextConnect;

/// <summary>What happens to a router's response last: the request's cookies are added, and what no server may send is refused, while an error can still be answered.</summary>
internal static class ResponseGuard
{
    public static HttpResponseMessage Apply(HttpRequestMessage req, HttpResponseMessage response)
    {
        RequestState.Find(req)?.Cookies?.MoveTo(response);
        Check(response);
        return response;
    }

    /// <summary>Refuses a status that is not final, and a header that would break the message: CR, LF, NUL and all else that is not printable ASCII.</summary>
    private static void Check(HttpResponseMessage response)
    {
        if ((int)response.StatusCode is < 200 or > 599)
            throw new InvalidOperationException($"A response has status {(int)response.StatusCode}; a final status is 200 to 599.");
        Check(response.Headers.NonValidated);
        if (response.Content is { } content)
            Check(content.Headers.NonValidated);
    }

    private static void Check(System.Net.Http.Headers.HttpHeadersNonValidated headers)
    {
        foreach (var (name, values) in headers)
        {
            foreach (var value in values)
            {
                if (!HeaderText.IsSafe(value))
                    throw new InvalidOperationException($"The response's header '{name}' has a character that no header may have: a control character, or one that is not ASCII.");
            }
        }
    }
}
