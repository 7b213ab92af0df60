using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace NextConnect.AspNetCore.Tests;

public sealed class ListenTests
{
    private const string AnyPort = "http://127.0.0.1:0";

    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task It_serves_until_the_token_is_cancelled_and_lets_a_running_request_end()
    {
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

        var server = router.ListenAsync([AnyPort], onListening: _listening.SetResult, cancellationToken: stop.Token);

        (await GetAsync()).ShouldBe("served");
        await server.Soon();
    }

    [Fact]
    public async Task An_edge_router_tells_its_address_too()
    {
        using var stop = new CancellationTokenSource();
        var router = EdgeResponses.Router((req, ctx) => EdgeResponses.Text("served"));

        var server = router.ListenAsync([AnyPort], onListening: _listening.SetResult, cancellationToken: stop.Token);

        (await GetAsync()).ShouldBe("served");
        await stop.CancelAsync();
        await server.Soon();
    }

    [Fact]
    public async Task It_tells_all_addresses()
    {
        using var stop = new CancellationTokenSource();
        List<Uri> addresses = [];

        await new NodeRouter().ListenAsync(
            [AnyPort, AnyPort],
            onListening: address =>
            {
                addresses.Add(address);
                if (addresses.Count == 2)
                    stop.Cancel();
            },
            cancellationToken: stop.Token).Soon();

        addresses.Select(address => address.Port).Distinct().Count().ShouldBe(2);
        addresses.ShouldAllBe(address => address.Host == "127.0.0.1" && address.Port > 0);
    }

    [Fact]
    public async Task A_callback_that_throws_stops_the_server()
    {
        var server = new NodeRouter().ListenAsync([AnyPort], onListening: _ => throw new InvalidOperationException("mine"));

        (await Should.ThrowAsync<InvalidOperationException>(server.Soon())).Message.ShouldBe("mine");
    }

    private async Task<string> GetAsync()
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(await _listening.Task.Soon());
    }
}
