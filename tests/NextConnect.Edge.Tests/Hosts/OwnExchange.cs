using System.Net.Sockets;
using System.Text;

namespace NextConnect.Edge.Tests.Hosts;

/// <summary>One HTTP/1.1 request on a socket, served through the public seam alone: what the documentation shows to people who write a host.</summary>
internal sealed class OwnExchange(EdgeRequest request, EdgeContext context, NetworkStream socket) : EdgeExchange(request, context)
{
    private bool _hasStarted;

    protected internal override bool HasStarted => _hasStarted;

    protected internal override async Task SendAsync(HttpResponseMessage response)
    {
        var body = new MemoryStream(); // a host that collects its body: nothing has started before all of it is there
        if (HasBody(response))
            await CopyBodyAsync(response, body);

        using var named = new HttpResponseMessage(response.StatusCode); // the phrase of the status, never the handler's
        var head = new StringBuilder($"HTTP/1.1 {(int)response.StatusCode} {named.ReasonPhrase}\r\nConnection: close\r\n");
        foreach (var (name, value) in HeadersOf(response))
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        if (HasBody(response) && response.Content.Headers.ContentLength is null)
            head.Append("Content-Length: ").Append(body.Length).Append("\r\n");
        _hasStarted = true;
        await socket.WriteAsync(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), Context.Aborted);
        await socket.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), Context.Aborted);
    }

    protected internal override void Abort() => socket.Close(0);
}
