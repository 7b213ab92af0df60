namespace NextConnect;

/// <summary>Limits what a form may hold; the response to more is 413.</summary>
public sealed class EdgeFormLimits
{
    /// <summary>Gets the greatest number of fields and files together.</summary>
    public int MaxFields { get; init; } = 1024;

    /// <summary>Gets the greatest length of one field's name or text, in characters; of a multipart field's text, in bytes.</summary>
    public int MaxFieldLength { get; init; } = 1024 * 1024;

    /// <summary>Gets the greatest length of the whole body, files included, in bytes. The server's own limit comes first.</summary>
    public long MaxLength { get; init; } = 30_000_000;
}
