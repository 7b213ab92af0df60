using System.Diagnostics;
using System.Security.Cryptography;

namespace NextConnect.Soak;

/// <summary>H37, H38: two gigabytes arrive exactly and are not kept, up and down. <c>VolumeTests</c> does the same with less in every test run.</summary>
internal static class VolumeLoad
{
    private const long Length = 2L << 30;

    public static async Task RunAsync(SoakServer server, string kind, int version, string hash, Report report)
    {
        using var client = Clients.Make(server, version);
        var target = new Uri($"/{kind}/volume", UriKind.Relative);
        var name = $"{kind}, HTTP/{version}, 2 GiB";

        var clock = Stopwatch.StartNew();
        using var upload = new HeapWatchingStream(new EndlessStream(Length));
        using var content = new StreamContent(upload);
        using var response = await client.PostAsync(target, content);
        var arrived = await response.Content.ReadAsStringAsync();
        report.Note($"{name} up: seconds", clock.Elapsed.TotalSeconds);

        clock.Restart();
        await using var download = new HeapWatchingStream(await client.GetStreamAsync(target));
        var received = await HashAsync(download, CancellationToken.None);
        report.Note($"{name} down: seconds", clock.Elapsed.TotalSeconds);

        report.Check($"{name}: wrong hashes", new[] { arrived, received }.Count(other => other != hash), 0);
        report.Check($"{name}: MiB that the heap grew meanwhile", Math.Max(upload.Growth, download.Growth) >> 20, 32);
    }

    public static Stream Body() => new EndlessStream(Length);

    public static async Task<string> HashAsync(Stream body, CancellationToken aborted) => Convert.ToHexString(await SHA256.HashDataAsync(body, aborted));
}
