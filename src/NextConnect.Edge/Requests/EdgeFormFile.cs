namespace NextConnect;

/// <summary>Holds a file of a form.</summary>
public sealed class EdgeFormFile
{
    internal EdgeFormFile(string name, string fileName, string? contentType, Stream content)
    {
        Name = name;
        FileName = fileName;
        ContentType = contentType;
        Content = content;
    }

    /// <summary>Gets the name of the form's field.</summary>
    public string Name { get; }

    /// <summary>Gets the file's name as the client sent it: a text to show, never a path to write to.</summary>
    public string FileName { get; }

    /// <summary>Gets the media type as the client sent it; null without one.</summary>
    public string? ContentType { get; }

    /// <summary>Gets the length in bytes.</summary>
    public long Length => Content.Length;

    /// <summary>Gets the content, at its beginning; the form disposes it.</summary>
    public Stream Content { get; }
}
