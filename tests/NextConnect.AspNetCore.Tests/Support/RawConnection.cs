using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NextConnect.AspNetCore.Tests;

/// <summary>A socket that sends exactly the bytes given and reads HTTP/1.1 responses. A read that never ends fails the test instead of stopping it.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly CancellationTokenSource _patience = new(TestTimeout.Duration);
    private readonly byte[] _buffer = new byte[16384];
    private int _position;
    private int _length;

    public static async Task<RawConnection> OpenAsync(int port)
    {
        var connection = new RawConnection();
        await connection._socket.ConnectAsync(IPAddress.Loopback, port, connection._patience.Token);
        return connection;
    }

    public async Task SendAsync(string request)
    {
        var bytes = Encoding.Latin1.GetBytes(request);
        for (var sent = 0; sent < bytes.Length;)
            sent += await _socket.SendAsync(bytes.AsMemory(sent), _patience.Token);
    }

    public async Task<RawResponse> ReadAsync(bool isHead = false)
    {
        var head = await ReadHeadAsync();
        if (isHead || head.Status is 204 or 304 or 0)
            return head;
        if (head["Transfer-Encoding"] is ["chunked"])
            return await ReadChunksAsync(head);
        var length = head["Content-Length"] is [var text] ? int.Parse(text, CultureInfo.InvariantCulture) : int.MaxValue;
        var body = await ReadBytesAsync(length);
        return head with { Body = body, IsComplete = body.Length == length || length == int.MaxValue };
    }

    /// <summary>Reads the status line and the headers.</summary>
    public async Task<RawResponse> ReadHeadAsync()
    {
        var statusLine = await ReadLineAsync();
        var headers = new List<KeyValuePair<string, string>>();
        while (await ReadLineAsync() is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers.Add(new(line[..colon], line[(colon + 1)..].Trim()));
        }
        return new(statusLine ?? "", headers, "", IsComplete: statusLine is not null);
    }

    /// <summary>Reads one chunk; empty for the last one, null when the connection ended instead.</summary>
    public async Task<string?> ReadChunkAsync()
    {
        if (!int.TryParse(await ReadLineAsync(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var size))
            return null;
        var chunk = await ReadBytesAsync(size);
        return await ReadLineAsync() is null || chunk.Length < size ? null : chunk;
    }

    /// <summary>Reads whatever is left, up to the end of the connection.</summary>
    public Task<string> ReadToEndAsync() => ReadBytesAsync(int.MaxValue);

    /// <summary>Goes away without a goodbye, as a killed client does.</summary>
    public void Reset()
    {
        _socket.LingerState = new LingerOption(enable: true, seconds: 0);
        _socket.Close();
    }

    public void Dispose()
    {
        _socket.Dispose();
        _patience.Dispose();
    }

    private async Task<RawResponse> ReadChunksAsync(RawResponse head)
    {
        var body = new StringBuilder();
        while (await ReadChunkAsync() is { } chunk)
        {
            if (chunk.Length == 0)
                return head with { Body = body.ToString() };
            body.Append(chunk);
        }
        return head with { Body = body.ToString(), IsComplete = false };
    }

    private async Task<string> ReadBytesAsync(int count)
    {
        var bytes = new StringBuilder();
        while (bytes.Length < count && await HasBytesAsync())
        {
            var part = _buffer.AsSpan(_position, Math.Min(count - bytes.Length, _length - _position));
            bytes.Append(Encoding.Latin1.GetString(part));
            _position += part.Length;
        }
        return bytes.ToString();
    }

    /// <summary>Reads a line; null when the connection ended before its end.</summary>
    private async Task<string?> ReadLineAsync()
    {
        var line = new StringBuilder();
        while (await HasBytesAsync())
        {
            var value = (char)_buffer[_position++];
            if (value == '\n')
                return line.ToString().TrimEnd('\r');
            line.Append(value);
        }
        return null;
    }

    /// <summary>Receives when everything was read; false at the end of the connection.</summary>
    private async ValueTask<bool> HasBytesAsync()
    {
        if (_position == _length)
        {
            try
            {
                (_position, _length) = (0, await _socket.ReceiveAsync(_buffer.AsMemory(), _patience.Token));
            }
            catch (SocketException)
            {
                (_position, _length) = (0, 0); // reset: an end as well
            }
        }
        return _position < _length;
    }
}
