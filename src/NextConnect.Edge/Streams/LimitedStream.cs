using System.Net;

namespace NextConnect;

/// <summary>A body that fails when it is read beyond a length, so that no reader ever holds more.</summary>
internal sealed class LimitedStream(Stream body, long limit) : ReadOnlyStream
{
    private long _read;

    /// <summary>Makes the error of a body that is too large.</summary>
    public static EdgeRequestException TooLarge(long limit) =>
        new("body", $"More than {limit} bytes are not accepted.", HttpStatusCode.RequestEntityTooLarge);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false));

    public override int Read(byte[] buffer, int offset, int count) => Count(body.Read(buffer, offset, count));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            body.Dispose();
        base.Dispose(disposing);
    }

    private int Count(int read) => (_read += read) <= limit ? read : throw TooLarge(limit);
}
