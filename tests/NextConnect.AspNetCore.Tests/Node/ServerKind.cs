using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;

namespace NextConnect.AspNetCore.Tests;

/// <summary>Sends one request to each kind of server: what ends a message differs between them.</summary>
internal static class ServerKind
{
    public const string Http1 = "HTTP/1.1";
    public const string Http2 = "HTTP/2";
    public const string Memory = "TestServer";

    public static string[] All => [Http1, Http2, Memory];

    /// <summary>Returns the status and the body, or null when the message was not complete, and what was logged.</summary>
    public static async Task<((int Status, string Body)? Response, LogEntry[] Log)> SendAsync(
        string kind, Action<WebApplication> configure, string method = "GET")
    {
        if (kind == Memory)
        {
            var log = new CapturedLog();
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders().AddProvider(log);
            builder.WebHost.UseTestServer();
            await using var app = builder.Build();
            configure(app);
            await app.StartAsync();
            using var inMemory = app.GetTestClient();
            return (await ReadAsync(inMemory, HttpVersion.Version11, method), log.Entries);
        }

        CapturedLog serverLog;
        (int Status, string Body)? response;
        await using (var server = await LiveServer.StartAsync(configure, kind == Http2 ? HttpProtocols.Http2 : HttpProtocols.Http1))
        {
            using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = server.Uri };
            response = await ReadAsync(client, kind == Http2 ? HttpVersion.Version20 : HttpVersion.Version11, method);
            serverLog = server.Log;
        }
        return (response, serverLog.Entries); // a complete response may be read before its request has ended
    }

    private static async Task<(int Status, string Body)?> ReadAsync(HttpClient client, Version version, string method)
    {
        using var request = new HttpRequestMessage(new(method), "/") { Version = version, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        try
        {
            using var response = await client.SendAsync(request);
            return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
        }
        catch (Exception error) when (error is not Xunit.Sdk.XunitException) // TestServer throws the application's own error
        {
            return null;
        }
    }
}
