namespace NextConnect;

/// <summary>Any text as the value of a cookie, percent-encoded as ASP.NET Core does.</summary>
internal static class CookieValue
{
    public static string Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Uri.EscapeDataString(text);
    }

    /// <summary>Decodes a value; what is not an encoding stays as it is.</summary>
    public static string Decode(string value) => Uri.UnescapeDataString(value);
}
