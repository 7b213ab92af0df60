using System.Globalization;
using System.Net.Http.Headers;

namespace NextConnect.Conformance.Hosts;

/// <summary>One host that serves the table.</summary>
public sealed class DifferentialHost : IAsyncDisposable
{
    /// <summary>Headers of the connection or of the server, which differ by nature.</summary>
    private static readonly string[] Ignored = ["Date", "Server", "Transfer-Encoding", "Connection"];

    private readonly SeenRequests _seen;
    private readonly RunningHost _host;
    private readonly Version _version;
    private int _number;

    private DifferentialHost(SeenRequests seen, RunningHost host, Version version) => (_seen, _host, _version) = (seen, host, version);

    /// <summary>Starts the host, for requests of a version.</summary>
    public static async Task<DifferentialHost> StartAsync(IHostHarness harness, Version version)
    {
        var seen = new SeenRequests(version);
        var router = new DifferentialRouter(seen);
        return new(seen, await harness.StartAsync(router.Create(), router.Options), version);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    /// <summary>Sends a request, and describes what its handler saw and the whole response.</summary>
    internal async Task<string> AnswerAsync(DifferentialRequest row)
    {
        var id = _number++.ToString(CultureInfo.InvariantCulture);
        using var request = row.Create(_host.Client.BaseAddress!, _version, id);
        var response = await ResponseToAsync(request);
        return $"{response}\n--- seen:\n{_seen.Take(id)}";
    }

    private async Task<string> ResponseToAsync(HttpRequestMessage request)
    {
        try
        {
            using var response = await _host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).Soon();
            var body = await response.Content.ReadAsByteArrayAsync().Soon();
            return string.Join('\n', [
                $"{(int)response.StatusCode}{(response.Version == _version ? "" : $" {response.Version}")}",
                .. Lines(response.Headers).Concat(Lines(response.Content.Headers, body.Length > 0)).Order(StringComparer.Ordinal),
                .. Lines(response.TrailingHeaders).Select(line => $"trailer {line}"),
                $"--- {body.Length} bytes:",
                body.Length > 1_000 ? Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(body)) : System.Text.Encoding.Latin1.GetString(body),
            ]);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException)
        {
            return "broken off";
        }
    }

    /// <summary>Lists header lines, repeated ones with all their values in order. Without a body a server may add a length of 0, or not.</summary>
    private static IEnumerable<string> Lines(HttpHeaders headers, bool hasBody = true) => headers.NonValidated
        .Where(header => !Ignored.Contains(header.Key) && (hasBody || header.Key != "Content-Length" || header.Value.ToString() != "0"))
        .Select(header => $"{header.Key.ToUpperInvariant()}: {string.Join(" | ", header.Value)}");
}
