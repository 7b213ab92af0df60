namespace NextConnect;

/// <summary>Defines what a header's value may contain: printable ASCII, spaces and tabs (RFC 9110 §5.5 without its obsolete part).</summary>
internal static class HeaderText
{
    private static readonly System.Buffers.SearchValues<char> Allowed =
        System.Buffers.SearchValues.Create([.. "\t", .. Enumerable.Range(0x20, 0x7F - 0x20).Select(code => (char)code)]);

    public static bool IsSafe(ReadOnlySpan<char> value) => !value.ContainsAnyExcept(Allowed);
}
