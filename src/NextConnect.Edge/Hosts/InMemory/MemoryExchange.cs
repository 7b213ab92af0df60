using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;

namespace NextConnect;

/// <summary>The server's end of one request in memory.</summary>
[SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The host disposes the request, the client its response.")]
internal sealed class MemoryExchange(HttpRequestMessage sent, MemoryConnection connection)
    : EdgeExchange(MemoryRequest.Of(sent, connection), new(null, connection.Aborted))
{
    private const int MaxShortLength = 64 << 10; // what a pipe accepts without waiting for the reader

    private PipeWriter? _body;

    protected internal override bool HasStarted => connection.HasHead;

    protected internal override async Task SendAsync(HttpResponseMessage response)
    {
        connection.Aborted.ThrowIfCancellationRequested();
        if (!HasBody(response))
            SendHead(response, Stream.Null);
        else if (await ReadShortAsync(response.Content).ConfigureAwait(false) is { } body)
            SendHead(response, body);
        else
            await StreamAsync(response).ConfigureAwait(false);
        connection.End();
        if (_body is not null)
            await _body.CompleteAsync().ConfigureAwait(false);
    }

    protected internal override void Abort()
    {
        connection.Break();
        _body?.Complete();
    }

    protected internal override void OnPassedOn(HttpResponseMessage response)
    {
        connection.SendHead(null);
        connection.End();
    }

    /// <summary>Reads content that already holds its bytes; null when it does not, when they are many, or when they differ from the announced length.</summary>
    private async Task<MemoryStream?> ReadShortAsync(HttpContent content)
    {
        if (content is not (ByteArrayContent or ReadOnlyMemoryContent) || content.Headers.ContentLength is not (<= MaxShortLength and var length))
            return null;
        var body = new MemoryStream((int)length);
        await content.CopyToAsync(body, connection.Aborted).ConfigureAwait(false);
        body.Position = 0;
        return body.Length == length ? body : null;
    }

    private async Task StreamAsync(HttpResponseMessage response)
    {
        var pipe = new Pipe();
        _body = pipe.Writer;
        var (content, bytes) = (response.Content, pipe.Reader.AsStream());
        var body = new BodyWriteStream(_body, content.Headers.ContentLength, connection.Aborted) { Starting = () => SendHead(response, bytes) };
        await using (body.ConfigureAwait(false))
            await CopyAsync(content, body).ConfigureAwait(false);
        body.CheckLength();
        SendHead(response, bytes);
    }

    /// <summary>Sends the headers, once: the message that a client would read from a wire, with a body that is still to come.</summary>
    private void SendHead(HttpResponseMessage response, Stream body)
    {
        if (HasStarted)
            return;
        var head = new HttpResponseMessage(response.StatusCode)
        {
            RequestMessage = sent,
            Version = sent.Version,
            Content = new MemoryResponseContent(connection, body),
        };
        foreach (var (name, value) in HeadersOf(response))
        {
            if (!head.Headers.TryAddWithoutValidation(name, value))
                head.Content.Headers.TryAddWithoutValidation(name, value);
        }
        connection.SendHead(head);
    }
}
