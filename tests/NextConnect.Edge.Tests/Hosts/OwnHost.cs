using System.Net;
using System.Net.Sockets;
using System.Text;
using NextConnect.Conformance.Hosts;

namespace NextConnect.Edge.Tests.Hosts;

/// <summary>A host of the tests' own: a socket, a request line, headers and a body of known length.</summary>
internal sealed class OwnHost : IHostHarness
{
    public Task<RunningHost> StartAsync(EdgeRouter router, EdgeHandlerOptions? options = null)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var accepting = AcceptAsync(listener, new EdgeHost(router, options));
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri($"http://{listener.LocalEndpoint}") };
        return Task.FromResult(new RunningHost(client, async () =>
        {
            listener.Stop();
            await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }));
    }

    private static async Task AcceptAsync(TcpListener listener, EdgeHost host)
    {
        while (true)
        {
            var socket = await listener.AcceptSocketAsync();
            _ = Task.Run(async () =>
            {
                await using var stream = new NetworkStream(socket, ownsSocket: true);
                using var aborted = new CancellationTokenSource();
                await host.ServeAsync(new OwnExchange(await ReadAsync(stream), new(aborted: aborted.Token), stream));
            });
        }
    }

    private static async Task<EdgeRequest> ReadAsync(Stream stream)
    {
        string[] line = (await ReadLineAsync(stream)).Split(' ');
        var headers = new List<(string Name, string Value)>();
        while (await ReadLineAsync(stream) is { Length: > 0 } header)
            headers.Add((header[..header.IndexOf(':', StringComparison.Ordinal)], header[(header.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()));

        var host = headers.Find(header => header.Name == "Host").Value;
        var request = new EdgeRequest(line[0], new Uri($"http://{host}{line[1]}"));
        if (headers.Find(header => header.Name == "Content-Length").Value is { } length)
        {
            var body = new byte[int.Parse(length, System.Globalization.CultureInfo.InvariantCulture)];
            await stream.ReadExactlyAsync(body);
            request.Content = new ByteArrayContent(body);
        }
        foreach (var (name, value) in headers)
            request.AddHeader(name, value);
        return request;
    }

    private static async Task<string> ReadLineAsync(Stream stream)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one) == 1 && one[0] != '\n')
            line.Append((char)one[0]);
        return line.ToString().TrimEnd('\r');
    }
}
