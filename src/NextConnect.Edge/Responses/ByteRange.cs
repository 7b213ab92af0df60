using System.Globalization;

namespace NextConnect;

/// <summary>The part of a file that a request asks for (RFC 9110 §14).</summary>
/// <param name="From">The first byte.</param>
/// <param name="Length">How many bytes; 0 when the range lies outside the file.</param>
/// <param name="IsWhole">Whether it is the whole file.</param>
internal readonly record struct ByteRange(long From, long Length, bool IsWhole = false)
{
    private const string Unit = "bytes=";

    public static ByteRange Whole { get; } = new(0, 0, IsWhole: true);

    public static ByteRange Find(HttpRequestMessage req, long length)
    {
        if (!req.Headers.NonValidated.TryGetValues("Range", out var values)
            || values.ToString() is not { } text || !text.StartsWith(Unit, StringComparison.OrdinalIgnoreCase))
        {
            return Whole; // unknown units are ignored (§14.2)
        }
        var ranges = text[Unit.Length..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (ranges.Length == 0)
            throw Malformed();
        return ranges.Select(range => Parse(range, length)).ToArray() is [var only] ? only : Whole;
    }

    private static ByteRange Parse(string range, long length)
    {
        var dash = range.IndexOf('-', StringComparison.Ordinal);
        var from = dash > 0 ? Number(range.AsSpan(0, dash)) : -1;
        var to = dash >= 0 && dash < range.Length - 1 ? Number(range.AsSpan(dash + 1)) : -1;
        return (from, to) switch
        {
            _ when dash < 0 || (from < 0 && to < 0) || (to >= 0 && to < from) => throw Malformed(),
            ( < 0, > 0) when length == 0 => Whole, // there are no other last bytes
            ( < 0, _) => new(Math.Max(0, length - to), Math.Min(length, to)),
            _ when from >= length => default,
            _ => new(from, (to < 0 ? length : Math.Min(to, length - 1) + 1) - from),
        };
    }

    /// <summary>Reads a number; one that is too large for any file counts as the largest.</summary>
    private static long Number(ReadOnlySpan<char> digits)
    {
        digits = digits.Trim();
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9'))
            throw Malformed();
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue;
    }

    private static EdgeRequestException Malformed() => new("Range header", "The byte range is malformed.");
}
