using System.Net;

namespace NextConnect;

/// <summary>The client's end of a response body in memory: it is read once, and disposing it early disconnects.</summary>
internal sealed class MemoryResponseContent(MemoryConnection connection, Stream body) : HttpContent
{
    private readonly MemoryResponseStream _body = new(body, connection);
    private bool _isTaken;

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => Take();

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(Take());

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        using var taken = Take();
        taken.CopyTo(stream);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var taken = Take();
        await using (taken.ConfigureAwait(false))
            await taken.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false; // a length that the server announced is in the headers
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _body.Dispose();
        base.Dispose(disposing);
    }

    private MemoryResponseStream Take()
    {
        if (_isTaken)
            throw new InvalidOperationException("The response body has already been read and is not kept. Read it once, and keep the result.");
        _isTaken = true;
        return _body;
    }
}
