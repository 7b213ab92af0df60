using System.Text;
using Microsoft.AspNetCore.Http;
using Xunit.Abstractions;

namespace NextConnect.AspNetCore.Tests;

/// <summary>What the library makes of a raw path in memory is what the server makes of it.</summary>
public sealed class CanonicalPathTests(ITestOutputHelper output)
{
    private const int BatchSize = 100;

    [Fact]
    public async Task Canonical_path_equals_the_servers_path_for_random_targets_or_both_reject()
    {
        var (seed, cases) = RawTarget.Randomness(10_000);
        output.WriteLine($"NEXTCONNECT_SEED={seed} NEXTCONNECT_CASES={cases}");
        var random = new Random(seed);
        var targets = Enumerable.Range(0, cases).Select(_ => RandomTargets.Next(random)).ToArray();
        await using var server = await LiveServer.StartAsync(EchoPathAsync);

        var results = await Task.WhenAll(targets.Chunk(Math.Max(1, cases / 4)).Select(part => PathsOfAsync(server, part)));

        var wrong = targets.Zip(results.SelectMany(paths => paths))
            .Where(pair => OwnPath(pair.First) != pair.Second)
            .Select(pair => $"{pair.First} → {OwnPath(pair.First)}, but the server has {pair.Second}").ToArray();
        wrong.ShouldBeEmpty($"NEXTCONNECT_SEED={seed}: {wrong.Length} of {cases} differ");
        results.Sum(paths => paths.Count).ShouldBe(cases);
    }

    [Theory]
    [InlineData("/a%00/../b")]
    [InlineData("/%00/..")]
    [InlineData("/a%00")]
    public async Task A_nul_is_refused_also_in_a_segment_that_two_dots_remove(string target)
    {
        await using var server = await LiveServer.StartAsync(EchoPathAsync);

        (await server.GetAsync(target)).Status.ShouldBe(400);
        RequestPath.IsRoutable(RequestPath.Canonicalize(target)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_asterisk_of_OPTIONS_is_a_request_without_path()
    {
        await using var server = await LiveServer.StartAsync(EchoPathAsync);

        (await server.SendAsync("OPTIONS", "*")).Body.ShouldBe("");
        RequestPath.Of(new Uri("*", UriKind.Relative)).ShouldBe("");
    }

    private static Task EchoPathAsync(HttpContext context)
    {
        var path = Encoding.UTF8.GetBytes(context.Request.Path.Value!);
        context.Response.ContentLength = path.Length;
        return context.Response.Body.WriteAsync(path).AsTask();
    }

    private static string? OwnPath(string target)
    {
        var path = RequestPath.Canonicalize(target);
        return path.Contains('\0', StringComparison.Ordinal) ? null : path;
    }

    /// <summary>Asks the server for the paths of many targets, pipelined; null for one that it rejects, after which it closes the connection.</summary>
    private static async Task<List<string?>> PathsOfAsync(LiveServer server, string[] targets)
    {
        var paths = new List<string?>(targets.Length);
        var isRetry = false;
        while (paths.Count < targets.Length)
        {
            var batch = targets.AsMemory(paths.Count, Math.Min(isRetry ? 1 : BatchSize, targets.Length - paths.Count));
            using var connection = await server.ConnectAsync();
            await connection.SendAsync(string.Concat(batch.ToArray().Select(target => $"GET {target} HTTP/1.1\r\nHost: h\r\n\r\n")));
            var answered = 0;
            while (answered < batch.Length && await connection.ReadAsync() is { Status: 200 } response)
            {
                paths.Add(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(response.Body)));
                answered++;
            }
            if (isRetry && answered == 0)
                paths.Add(null);
            isRetry = !isRetry && answered < batch.Length; // rejected, when it is refused alone as well
        }
        return paths;
    }
}
