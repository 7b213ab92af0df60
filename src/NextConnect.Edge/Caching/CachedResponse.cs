using System.Text;

namespace NextConnect;

/// <summary>A response as it is cached: bytes after a version. Entries of another version count as missing.</summary>
internal sealed class CachedResponse(DateTimeOffset made, IReadOnlyList<KeyValuePair<string, string>> headers, byte[] body)
{
    private const byte Version = 1;

    /// <summary>Gets when the endpoint began to make it.</summary>
    public DateTimeOffset Made { get; } = made;

    /// <summary>Gets the names of the request headers that it varies on, in upper case and in order.</summary>
    public IReadOnlyList<string> Vary { get; } =
        [.. headers.Where(header => header.Key.Equals("Vary", StringComparison.OrdinalIgnoreCase))
            .SelectMany(header => header.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(name => name.ToUpperInvariant()).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Buffers a response, which can still be sent.</summary>
    public static async Task<CachedResponse> OfAsync(HttpResponseMessage response, DateTimeOffset made)
    {
        await response.Content.LoadIntoBufferAsync().ConfigureAwait(false);
        var body = await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
        return new(made, [.. ResponseHead.Lines(response)], body);
    }

    public static byte[] WriteNames(IReadOnlyList<string> names) => Encoding.UTF8.GetBytes(string.Join(',', names));

    public static string[]? ReadNames(byte[]? bytes) => bytes is null ? null : Encoding.UTF8.GetString(bytes).Split(',', StringSplitOptions.RemoveEmptyEntries);

    public static CachedResponse? Read(byte[]? bytes)
    {
        if (bytes is not [Version, ..])
            return null;
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes, 1, bytes.Length - 1));
            var made = new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero);
            var count = reader.Read7BitEncodedInt();
            if (count > bytes.Length)
                return null;
            var headers = new KeyValuePair<string, string>[count];
            for (var i = 0; i < headers.Length; i++)
                headers[i] = new(reader.ReadString(), reader.ReadString());
            var length = reader.Read7BitEncodedInt();
            return length <= bytes.Length && reader.ReadBytes(length) is var body && body.Length == length ? new(made, headers, body) : null;
        }
        catch (Exception error) when (error is IOException or FormatException or ArgumentException or OverflowException)
        {
            return null; // cut off, or not ours
        }
    }

    public byte[] Write()
    {
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(Version);
        writer.Write(Made.UtcTicks);
        writer.Write7BitEncodedInt(headers.Count);
        foreach (var (name, value) in headers)
        {
            writer.Write(name);
            writer.Write(value);
        }
        writer.Write7BitEncodedInt(body.Length);
        writer.Write(body);
        return bytes.ToArray();
    }

    /// <summary>Makes a response, with its age (RFC 9111 §5.1).</summary>
    public HttpResponseMessage ToResponse(TimeSpan age)
    {
        var response = new HttpResponseMessage { Content = new ByteArrayContent(body) };
        foreach (var (name, value) in headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
                response.Content.Headers.TryAddWithoutValidation(name, value);
        }
        response.Headers.Age = age < TimeSpan.Zero ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Floor(age.TotalSeconds));
        return response;
    }
}
