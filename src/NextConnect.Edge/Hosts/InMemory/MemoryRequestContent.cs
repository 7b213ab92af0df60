using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using System.Net;

namespace NextConnect;

/// <summary>The server's end of an upload in memory. It reads the client's content when a handler reads, and no faster.</summary>
[SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The pipe's stream holds nothing; the pipe is completed.")]
internal sealed class MemoryRequestContent(HttpContent source, MemoryConnection connection) : HttpContent
{
    private Stream? _stream;

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => Open();

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult(Open());

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken) => Open().CopyTo(stream);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Open().CopyToAsync(stream);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        Open().CopyToAsync(stream, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false; // a length that the client announced is in the headers
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _stream?.Dispose();
        base.Dispose(disposing);
    }

    private Stream Open()
    {
        if (_stream is not null)
            throw new InvalidOperationException("The request body has already been read and is not kept. Read it once, and keep the result.");
        var pipe = new Pipe();
        _stream = pipe.Reader.AsStream();
        _ = SendAsync(pipe.Writer);
        return _stream;
    }

    private async Task SendAsync(PipeWriter writer)
    {
        var pipe = new PipeBodyStream(writer, connection.Aborted);
        var body = new OutgoingStream(pipe, source.Headers.ContentLength, connection.Aborted);
        await using (body.ConfigureAwait(false))
        {
            try
            {
                await source.CopyToAsync(body, connection.Aborted).ConfigureAwait(false);
                body.CheckLength();
                await writer.CompleteAsync().ConfigureAwait(false);
            }
            catch (Exception error)
            {
                if (!pipe.IsAbandoned) // a handler may respond without having read all
                    connection.FailUpload(error);
                await writer.CompleteAsync(new IOException("The client disconnected before its request was complete.")).ConfigureAwait(false);
            }
        }
    }
}
