using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace NextConnect;

public sealed class EdgeAllowHeaderTests
{
    [Fact]
    public async Task Host_writes_Allow_as_one_line()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.Run(new EdgeRouter().Get("/x", (req, ctx) => new HttpResponseMessage()).ToRequestDelegate(new() { HandleMethodNotAllowed = true }));
        await app.StartAsync();

        var answer = await RawAnswerAsync(new Uri(app.Urls.First()).Port, "DELETE /x HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");

        answer.Split("\r\n").Where(line => line.StartsWith("Allow:", StringComparison.Ordinal)).ShouldBe(["Allow: GET, HEAD"]);
    }

    private static async Task<string> RawAnswerAsync(int port, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
