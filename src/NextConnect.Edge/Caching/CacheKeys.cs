using System.Security.Cryptography;
using System.Text;

namespace NextConnect;

/// <summary>Makes the keys of one request in the storage. Caches of different names never share a key, nor do routes of different patterns.</summary>
internal sealed class CacheKeys(string cache, HttpRequestMessage req)
{
    private readonly string _address = $"{cache.Length}:{cache}\n{req.Route}\n{AddressOf(req.RequestUri)}"; // before the endpoint runs, which may change them

    /// <summary>Gets the key of the address's header names: those of the request headers that its responses vary on.</summary>
    public string Names => Key("names", []);

    /// <summary>Gets the key of the time at which the path was dropped.</summary>
    public string PathStamp { get; } = Path(cache, RequestState.PathOf(req) ?? "");

    public static string Path(string cache, string path)
    {
        var trimmed = path.Length > 1 && path.EndsWith('/') ? path[..^1] : path;
        return $"nextconnect:path:{cache.Length}:{cache}:{trimmed.ToUpperInvariant()}";
    }

    public static string Tag(string cache, string tag) => $"nextconnect:tag:{cache.Length}:{cache}:{tag}";

    /// <summary>Makes the key of the address together with the values of those headers.</summary>
    public string Response(IReadOnlyList<string> vary) => Key("response", vary);

    private static string? AddressOf(Uri? uri) => uri is { IsAbsoluteUri: true } ? uri.GetLeftPart(UriPartial.Query) : uri?.OriginalString;

    private string Key(string kind, IReadOnlyList<string> vary)
    {
        var text = new StringBuilder(_address);
        foreach (var name in vary)
        {
            text.Append('\n').Append(name).Append(':');
            if (req.Headers.NonValidated.TryGetValues(name, out var values) || req.Content?.Headers.NonValidated.TryGetValues(name, out values) == true)
                text.Append(values.ToString());
        }
        return $"nextconnect:{kind}:{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))}";
    }
}
