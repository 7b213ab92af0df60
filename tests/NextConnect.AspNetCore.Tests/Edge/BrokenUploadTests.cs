using Microsoft.AspNetCore.Http;

namespace NextConnect.AspNetCore.Tests;

/// <summary>A reset reaches a read of the body before or after the server has fired its token; many connections see both.</summary>
public sealed class BrokenUploadTests
{
    private const int Connections = 50;

    [Fact]
    public Task A_client_that_goes_during_its_upload_to_a_node_router_is_no_error() =>
        ShouldLogNoErrorAsync(new NodeRouter().Post("/", (req, res) => req.Body.CopyToAsync(Stream.Null, CancellationToken.None)).Handler());

    [Fact]
    public Task A_client_that_goes_during_its_upload_to_an_edge_router_is_no_error() =>
        ShouldLogNoErrorAsync(EdgeResponses
            .RouterAsync(async (req, ctx) => EdgeResponses.Text(await req.Content!.ReadAsStringAsync(CancellationToken.None))).ToRequestDelegate());

    private static async Task ShouldLogNoErrorAsync(RequestDelegate handler)
    {
        using var started = new SemaphoreSlim(0);
        await using var server = await LiveServer.StartAsync(context =>
        {
            started.Release();
            return handler(context);
        });

        for (var i = 0; i < Connections; i++)
        {
            using var client = await server.ConnectAsync();
            await client.SendAsync("POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 100\r\n\r\npart");
            await started.WaitAsync().Soon();
            client.Reset();
        }

        await server.DisposeAsync();
        server.Log.Errors.ShouldBeEmpty();
    }
}
