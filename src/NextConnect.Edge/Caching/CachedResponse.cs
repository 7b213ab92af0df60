using System.Buffers.Binary;
using System.Text;

namespace NextConnect;

/// <summary>A response as it is cached: a version, a checksum, and bytes. Entries of another version, and damaged ones, count as missing.</summary>
internal sealed class CachedResponse(DateTimeOffset made, IReadOnlyList<KeyValuePair<string, string>> headers, byte[] body)
{
    private const byte Version = 2;
    private const int HeadLength = 1 + sizeof(uint);

    /// <summary>Gets when the endpoint began to make it.</summary>
    public DateTimeOffset Made { get; } = made;

    /// <summary>Gets the names of the request headers that it varies on, in upper case and in order.</summary>
    public IReadOnlyList<string> Vary { get; } =
        [.. headers.Where(header => header.Key.Equals("Vary", StringComparison.OrdinalIgnoreCase))
            .SelectMany(header => VaryNames.Split(header.Value))
            .Select(name => name.ToUpperInvariant()).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Buffers a response, which can still be sent; disposes it when its content fails.</summary>
    public static async Task<CachedResponse> OfAsync(HttpResponseMessage response, DateTimeOffset made)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync().ConfigureAwait(false);
            var body = await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
            return new(made, [.. ResponseHead.Lines(response).Where(line => line.Key != "Content-Length")], body); // the body has it
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    public static byte[] WriteNames(IReadOnlyList<string> names) => Encoding.UTF8.GetBytes(string.Join(',', names));

    public static string[]? ReadNames(byte[]? bytes) => bytes is null ? null : VaryNames.Split(Encoding.UTF8.GetString(bytes));

    public static CachedResponse? Read(byte[]? bytes)
    {
        if (bytes is not [Version, _, _, _, _, ..] || BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(1)) != Checksum.Of(bytes.AsSpan(HeadLength)))
            return null;
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes, HeadLength, bytes.Length - HeadLength));
            var made = new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero);
            var headers = new KeyValuePair<string, string>[Math.Min(reader.Read7BitEncodedInt(), bytes.Length)];
            for (var i = 0; i < headers.Length; i++)
                headers[i] = new(reader.ReadString(), reader.ReadString());
            return new(made, headers, reader.ReadBytes(reader.Read7BitEncodedInt()));
        }
        catch (Exception error) when (error is IOException or FormatException or ArgumentException or OverflowException)
        {
            return null; // not ours
        }
    }

    public byte[] Write()
    {
        var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Version);
        writer.Write(0U); // the checksum's place
        writer.Write(Made.UtcTicks);
        writer.Write7BitEncodedInt(headers.Count);
        foreach (var (name, value) in headers)
        {
            writer.Write(name);
            writer.Write(value);
        }
        writer.Write7BitEncodedInt(body.Length);
        writer.Write(body);
        var bytes = stream.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(1), Checksum.Of(bytes.AsSpan(HeadLength)));
        return bytes;
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
