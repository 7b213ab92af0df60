using System.Net;

namespace NextConnect.Soak;

/// <summary>H47: all kinds of handlers mixed, with 5 % aborts and 1 % exceptions, while the heap is watched.</summary>
internal sealed class MixedLoad(SoakServer server, CancellationToken end)
{
    private const int Workers = 16;
    private readonly int[] _counts = new int[5];

    public static async Task RunAsync(SoakServer server, TimeSpan duration, Report report)
    {
        using var end = new CancellationTokenSource();
        var mix = new MixedLoad(server, end.Token);
        var workers = Enumerable.Range(0, Workers).Select(worker => Task.Run(() => mix.WorkAsync(1 + (worker % 2)))).ToList();
        var heap = await HeapWatch.RunAsync(duration);
        await end.CancelAsync();
        await Task.WhenAll(workers);

        report.Note("mix: requests", mix._counts[0]);
        report.Note("mix: requests a second", mix._counts[0] / duration.TotalSeconds);
        report.Note("mix: aborted by the client", mix._counts[1]);
        report.Note("mix: failed on purpose", mix._counts[2]);
        report.Check("mix: crossovers and wrong bodies", mix._counts[3], 0);
        report.Check("mix: wrong statuses", mix._counts[4], 0);
        report.Note("mix: heap MiB at the end", heap.LastMebibytes);
        var slope = duration < TimeSpan.FromMinutes(5) ? 4 : 1; // short runs are noisy
        report.Check("mix: heap slope over the second half, MiB a minute", heap.MebibytesPerMinute, slope);
    }

    private async Task WorkAsync(int version)
    {
        using var client = Clients.Make(server, version);
        while (!end.IsCancellationRequested)
        {
            var (kind, token) = (SoakServer.Kinds[Random.Shared.Next(2)], Guid.NewGuid().ToString("N"));
            Count(0);
            await (Random.Shared.Next(100) switch
            {
                < 5 => AbortAsync(client, $"/{kind}/slow/{token}"),
                5 => ExpectAsync(client, new(HttpMethod.Get, $"/{kind}/throw/{token}"), HttpStatusCode.InternalServerError, "Internal Server Error", 2),
                < 15 => ExpectAsync(client, new(HttpMethod.Get, $"/{kind}/stream/{token}"), HttpStatusCode.OK, token),
                < 35 => ExpectAsync(client, new(HttpMethod.Post, $"/{kind}/body") { Content = new StringContent(token) }, HttpStatusCode.OK, token),
                < 40 => ExpectAsync(client, new(HttpMethod.Get, $"/{kind}/none/{token}"), HttpStatusCode.NotFound, null),
                _ => ExpectAsync(client, new(HttpMethod.Get, $"/{kind}/echo/{token}"), HttpStatusCode.OK, token),
            });
        }
    }

    private async Task ExpectAsync(HttpClient client, HttpRequestMessage request, HttpStatusCode status, string? body, int counter = -1)
    {
        (request.Version, request.VersionPolicy) = (client.DefaultRequestVersion, client.DefaultVersionPolicy); // they hold for requests it makes itself
        using (request)
        using (var response = await client.SendAsync(request))
        {
            var text = await response.Content.ReadAsStringAsync();
            if (response.StatusCode != status)
                Count(4);
            else if (body is null ? !text.EndsWith(" not found", StringComparison.Ordinal) : text != body)
                Count(3);
            if (counter >= 0)
                Count(counter);
        }
    }

    private async Task AbortAsync(HttpClient client, string path)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(5));
        try
        {
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative), patience.Token);
            Count(4); // a handler that never ends has answered
        }
        catch (OperationCanceledException)
        {
            Count(1);
        }
    }

    private void Count(int counter) => Interlocked.Increment(ref _counts[counter]);
}
