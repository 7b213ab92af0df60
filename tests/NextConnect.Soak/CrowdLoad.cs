using System.Diagnostics;

namespace NextConnect.Soak;

/// <summary>H25: thousands of requests that are all in their handlers at once.</summary>
internal static class CrowdLoad
{
    public static async Task RunAsync(SoakServer server, string kind, int version, int connections, int requestsEach, Report report)
    {
        var clock = Stopwatch.StartNew();
        server.Gate.Close(connections * requestsEach);
        var clients = Enumerable.Range(0, connections).Select(_ => Clients.Make(server, version)).ToArray();
        var wrong = 0;
        await Task.WhenAll(clients.SelectMany(client => Enumerable.Range(0, requestsEach).Select(async _ =>
        {
            var token = Guid.NewGuid().ToString("N");
            if (await client.GetStringAsync(new Uri($"/{kind}/gate/{token}", UriKind.Relative)) != token)
                Interlocked.Increment(ref wrong);
        }))).WaitAsync(TimeSpan.FromMinutes(3));
        Array.ForEach(clients, client => client.Dispose());

        var name = $"{kind}, HTTP/{version}, {connections * requestsEach} at once";
        report.Note($"{name}: seconds", clock.Elapsed.TotalSeconds);
        report.Check($"{name}: wrong bodies", wrong, 0);
        using var process = Process.GetCurrentProcess();
        report.Check($"{name}: resident MiB, clients included", process.WorkingSet64 >> 20, 800); // H25 gives the server 600; its clients live here too
    }
}
