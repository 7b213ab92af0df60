using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace NextConnect;

/// <summary>
/// A request's body. Middleware in front may have read it: a buffered one is read again, a missing one is an error and no empty body. It stays open when the
/// message is disposed, since the rest of the pipeline may still read it. When the client has disconnected, reads fail only after the server has fired the
/// request's token, so that the cause of the error is known.
/// </summary>
internal sealed class RequestBodyStream(HttpContext context) : Stream
{
    [SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "The server's, which the rest of the pipeline may read.")]
    private readonly Stream _body = Rewound(context.Request.Body);
    private readonly long _leastLength = LeastLength(context);
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return Count(await _body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false), isEnd: buffer.Length > 0);
        }
        catch (IOException error)
        {
            await Disconnect.WaitAsync(context, error).ConfigureAwait(false);
            throw;
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Count(_body.Read(buffer, offset, count), isEnd: count > 0);

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static Stream Rewound(Stream body)
    {
        if (body.CanSeek)
            body.Position = 0;
        return body;
    }

    /// <summary>
    /// Returns the number of bytes below which the body was read in front. A server's limit on the size can no longer be changed once a read has begun; with
    /// a server that has no such limit, a body that was announced may still be empty.
    /// </summary>
    private static long LeastLength(HttpContext context)
    {
        var length = context.Request.ContentLength;
        return context.Request.Body.CanSeek ? 0 : context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.IsReadOnly switch
        {
            false => 0,
            true => length ?? 1,
            null => length > 0 ? 1 : 0,
        };
    }

    private int Count(int read, bool isEnd)
    {
        _read += read;
        if (read == 0 && isEnd && _read < _leastLength)
        {
            throw new InvalidOperationException(
                "Middleware in front of the router has read the body of this request, or a part of it. "
                + "Call context.Request.EnableBuffering() before that middleware, so that the router can read the body again.");
        }
        return read;
    }
}
