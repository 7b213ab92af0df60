using System.Text;

namespace NextConnect;

/// <summary>Makes the one path string of a request that comes without a server: decoded once, <c>%2F</c> kept, dot segments resolved.</summary>
internal static class RequestPath
{
    /// <summary>Returns the path that a server makes of a URI, which may be relative; empty for <c>*</c> (RFC 9110 §9.3.7).</summary>
    public static string Of(Uri uri)
    {
        if (uri.IsAbsoluteUri)
            return Canonicalize(uri.AbsolutePath);

        var target = uri.OriginalString.AsSpan();
        var end = target.IndexOfAny('?', '#');
        var path = end < 0 ? target : target[..end];
        return path is "*" ? "" : Canonicalize(path.StartsWith('/') ? path : $"/{path}");
    }

    /// <summary>Decodes a raw path and resolves its dot segments. Escapes that are not UTF-8 are kept.</summary>
    public static string Canonicalize(ReadOnlySpan<char> rawPath)
    {
        var path = rawPath.Contains('%') ? Decode(rawPath) : rawPath.ToString();
        var isRefused = path.Contains('\0', StringComparison.Ordinal); // as servers do, even when ".." would remove the NUL
        return HasDotSegment(path) && !isRefused ? ResolveDotSegments(path) : path;
    }

    /// <summary>Returns whether a path may be routed: without control characters, and without dot segments, which others may resolve differently.</summary>
    public static bool IsRoutable(string path) =>
        !path.AsSpan().ContainsAnyInRange('\0', '\x1F') && !path.AsSpan().Contains('\x7F') && !HasDotSegment(path);

    /// <summary>Returns the length of the first segments of a path, with the slashes before them.</summary>
    public static int LengthOf(string path, int segments)
    {
        var length = 0;
        for (; segments > 0 && length < path.Length; segments--)
        {
            var slash = path.IndexOf('/', length + 1);
            length = slash < 0 ? path.Length : slash;
        }
        return length;
    }

    /// <summary>Decodes each stretch between two <c>%2F</c>.</summary>
    private static string Decode(ReadOnlySpan<char> rawPath)
    {
        var path = new StringBuilder(rawPath.Length);
        while (true)
        {
            var slash = rawPath.IndexOf("%2F", StringComparison.OrdinalIgnoreCase);
            path.Append(Uri.UnescapeDataString(slash < 0 ? rawPath : rawPath[..slash]));
            if (slash < 0)
                return path.ToString();
            path.Append(rawPath.Slice(slash, 3));
            rawPath = rawPath[(slash + 3)..];
        }
    }

    private static bool HasDotSegment(string path)
    {
        for (var slash = path.IndexOf("/.", StringComparison.Ordinal); slash >= 0; slash = path.IndexOf("/.", slash + 1, StringComparison.Ordinal))
        {
            var rest = path.AsSpan(slash + 2);
            if (rest.IsEmpty || rest[0] == '/' || (rest[0] == '.' && (rest.Length == 1 || rest[1] == '/')))
                return true;
        }
        return false;
    }

    /// <summary>RFC 3986 §5.2.4, as servers do it: an empty segment counts as one.</summary>
    private static string ResolveDotSegments(string path)
    {
        var kept = new List<string>();
        var segments = path[1..].Split('/');
        foreach (var segment in segments)
        {
            if (segment == "..")
                kept.RemoveRange(Math.Max(0, kept.Count - 1), Math.Min(1, kept.Count));
            else if (segment != ".")
                kept.Add(segment);
        }
        if (segments[^1] is "." or "..")
            kept.Add("");
        return "/" + string.Join('/', kept);
    }
}
