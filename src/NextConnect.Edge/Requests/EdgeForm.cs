namespace NextConnect;

/// <summary>Holds a form that was sent: its fields and its files. Disposing it deletes the files.</summary>
public sealed class EdgeForm : IAsyncDisposable
{
    /// <summary>Makes a form, for a host that has read it (<see cref="EdgeRequest.Form"/>).</summary>
    /// <param name="fields">The fields, in order; a name may repeat.</param>
    /// <param name="files">The files, in order.</param>
    public EdgeForm(IEnumerable<KeyValuePair<string, string>> fields, IReadOnlyList<EdgeFormFile> files)
        : this(new NameValueList([.. fields]), files ?? throw new ArgumentNullException(nameof(files)))
    {
    }

    internal EdgeForm(NameValueList fields, IReadOnlyList<EdgeFormFile> files)
    {
        Fields = fields;
        Files = files;
    }

    /// <summary>Gets the fields, in the order they were sent.</summary>
    public NameValueList Fields { get; }

    /// <summary>Gets the files, in the order they were sent; several may have the same name.</summary>
    public IReadOnlyList<EdgeFormFile> Files { get; }

    /// <summary>Closes and deletes the files.</summary>
    /// <returns>A task that completes when all are deleted.</returns>
    public async ValueTask DisposeAsync()
    {
        foreach (var file in Files)
            await file.Content.DisposeAsync().ConfigureAwait(false);
    }
}
