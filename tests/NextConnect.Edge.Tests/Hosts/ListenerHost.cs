using System.Net;
using System.Net.Sockets;
using NextConnect.Conformance.Hosts;

namespace NextConnect.Edge.Tests.Hosts;

/// <summary><see cref="HttpListener"/> on a port that was free a moment ago.</summary>
internal sealed class ListenerHost : IHostHarness
{
    public bool NoticesIdleClients => false;

    public Task<RunningHost> StartAsync(EdgeRouter router, EdgeHandlerOptions? options = null)
    {
        for (var tries = 0; ; tries++)
        {
            var prefix = $"http://127.0.0.1:{FreePort()}/";
            try
            {
                var listener = EdgeListener.Start(router, prefix, options);
                var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = new Uri(prefix) };
                return Task.FromResult(new RunningHost(client, listener.DisposeAsync));
            }
            catch (HttpListenerException) when (tries < 5)
            {
                // somebody else has taken the port meanwhile
            }
        }
    }

    internal static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
