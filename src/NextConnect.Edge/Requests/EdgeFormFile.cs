namespace NextConnect;

/// <summary>Holds a file of a form.</summary>
public sealed class EdgeFormFile
{
    /// <summary>Makes a file of a form.</summary>
    /// <param name="name">The name of the form's field.</param>
    /// <param name="fileName">The file's name as the client sent it.</param>
    /// <param name="contentType">The media type as the client sent it; null without one.</param>
    /// <param name="content">The content, at its beginning; it can seek, and the form disposes it.</param>
    public EdgeFormFile(string name, string fileName, string? contentType, Stream content)
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
