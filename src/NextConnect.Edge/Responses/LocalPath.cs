using System.Buffers;
using System.Globalization;

namespace NextConnect;

/// <summary>Makes a text a path of this site, which no browser reads as another site's address.</summary>
internal static class LocalPath
{
    private static readonly SearchValues<char> Kept = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/?#%[]");

    public static string Of(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Any(char.IsControl))
            throw new ArgumentException("A redirect's path has a control character. Remove or encode it.", nameof(path));
        if (path is not ['/' or '\\', ..])
            throw new ArgumentException($"A redirect's path starts with '/'; '{path}' does not. For another site, pass a Uri.", nameof(path));
        return "/" + Encode(path.AsSpan(LengthOfSlashes(path)));
    }

    /// <summary>Counts slashes of both kinds, and escapes that a client may drop or read as one.</summary>
    private static int LengthOfSlashes(string path)
    {
        var length = 0;
        while (length < path.Length)
        {
            if (path[length] is '/' or '\\')
                length++;
            else if (path[length] == '%' && IsIgnoredEscape(path.AsSpan(length + 1)))
                length += 3;
            else
                break;
        }
        return length;
    }

    private static bool IsIgnoredEscape(ReadOnlySpan<char> digits) =>
        digits.Length >= 2 && byte.TryParse(digits[..2], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
        && code is < 0x20 or 0x5C or 0x7F;

    private static string Encode(ReadOnlySpan<char> path)
    {
        var text = new System.Text.StringBuilder(path.Length);
        while (!path.IsEmpty)
        {
            var kept = path.IndexOfAnyExcept(Kept);
            text.Append(kept < 0 ? path : path[..kept]);
            path = kept < 0 ? [] : path[kept..];

            var other = path.IndexOfAny(Kept);
            text.Append(Uri.EscapeDataString(other < 0 ? path : path[..other]));
            path = other < 0 ? [] : path[other..];
        }
        return text.ToString();
    }
}
