using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace NextConnect.AspNetCore.Tests;

public sealed class ListenTests
{
    [Fact]
    public async Task It_serves_until_the_token_is_cancelled_and_lets_a_running_request_end()
    {
        var url = FreeAddress();
        using var stop = new CancellationTokenSource();
        var stopping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var router = new NodeRouter().Get("/", async (req, res) =>
        {
            var lifetime = req.HttpContext.RequestServices.GetRequiredService<IHostApplicationLifetime>();
            await using var registration = lifetime.ApplicationStopping.Register(stopping.SetResult);
            await stop.CancelAsync();
            await stopping.Task.Soon();
            await res.WriteAsync("served");
        });

        var server = router.ListenAsync([url.ToString()], null, stop.Token);
        using var client = new HttpClient();
        var answer = await GetWhenUpAsync(client, url);
        await server.Soon();

        answer.ShouldBe("served");
    }

    private static async Task<string> GetWhenUpAsync(HttpClient client, Uri url)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await client.GetStringAsync(url);
            }
            catch (HttpRequestException) when (tries < 600)
            {
                await Task.Delay(50); // nothing tells when the port is open
            }
        }
    }

    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }
}
