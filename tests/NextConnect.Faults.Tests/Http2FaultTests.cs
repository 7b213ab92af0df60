using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace NextConnect.Faults.Tests;

/// <summary>H1, H6, H23, H40 over HTTP/2: streams of one connection, of which one goes wrong.</summary>
public sealed class Http2FaultTests
{
    public static TheoryData<string> Both => RouterKinds.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_stream_that_the_client_resets_ends_its_handler_and_is_no_error(string kind)
    {
        var (started, ended) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = await StartAsync(RouterKinds.Handler(kind, async (_, aborted) =>
        {
            started.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, aborted);
            }
            finally
            {
                ended.SetResult();
            }
            return "never";
        }));
        using var client = Client(server);
        using var cancellation = new CancellationTokenSource();

        var answer = client.GetAsync(new Uri("/", UriKind.Relative), cancellation.Token);
        await started.Task.Soon();
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(answer);
        await ended.Task.Soon();
        await server.DisposeAsync();
        server.Log.Errors.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_download_that_the_client_resets_stops(string kind)
    {
        var body = new EndlessStream(1L << 40);
        await using var server = await StartAsync(RouterKinds.Download(kind, () => body));
        using var client = Client(server);

        using (var response = await client.GetAsync(new Uri("/", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead).Soon())
            (await (await response.Content.ReadAsStreamAsync()).ReadAsync(new byte[1])).ShouldBe(1);

        await body.Disposed.Soon();
        await server.DisposeAsync();
        server.Log.Errors.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_error_in_one_stream_leaves_the_others_alone(string kind)
    {
        await using var server = await StartAsync(RouterKinds.Handler(kind, async (body, aborted) =>
            await RouterKinds.TextOf(body, aborted) is var text && text == "41" ? throw new InvalidOperationException("broken") : text));
        using var client = Client(server);

        var answers = await Task.WhenAll(Enumerable.Range(0, 90).Select(async i =>
        {
            using var content = new StringContent($"{i}");
            using var response = await client.PostAsync(new Uri("/", UriKind.Relative), content);
            return await response.Content.ReadAsStringAsync();
        })).Soon();

        answers.ShouldBe(Enumerable.Range(0, 90).Select(i => i == 41 ? "Internal Server Error" : $"{i}"));
        server.Log.Errors.Length.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_handler_that_never_ends_does_not_keep_the_server(string kind)
    {
        var (started, told) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = await StartAsync(RouterKinds.Handler(kind, async (_, aborted) =>
        {
            started.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, aborted);
            }
            finally
            {
                told.SetResult();
            }
            return "never";
        }));
        using var client = Client(server);
        var answer = client.GetAsync(new Uri("/", UriKind.Relative));
        await started.Task.Soon();

        await server.DisposeAsync().AsTask().Soon();

        await told.Task.Soon();
        await Should.ThrowAsync<HttpRequestException>(answer);
        server.Log.Errors.ShouldBeEmpty();
    }

    private static Task<LiveServer> StartAsync(RequestDelegate handler) =>
        LiveServer.StartAsync(app => app.Run(handler), HttpProtocols.Http2, shutdownTimeout: TimeSpan.FromSeconds(1));

    private static HttpClient Client(LiveServer server) => new(new SocketsHttpHandler { UseProxy = false })
    {
        BaseAddress = server.Uri,
        DefaultRequestVersion = HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };
}
