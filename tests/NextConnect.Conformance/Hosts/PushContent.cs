using System.Net;
using System.Text;

namespace NextConnect.Conformance.Hosts;

/// <summary>A body that a function writes, for either direction.</summary>
public sealed class PushContent(Func<Stream, CancellationToken, Task> write) : HttpContent
{
    private readonly TaskCompletionSource _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Disposed => _disposed.Task;

    /// <summary>Writes texts one after the other, each when its turn has come.</summary>
    public static PushContent Of(params (Task When, string Text)[] parts) => new(async (stream, token) =>
    {
        foreach (var (when, text) in parts)
        {
            await when.WaitAsync(token);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(text), token);
            await stream.FlushAsync(token);
        }
    });

    /// <summary>Writes for ever, without looking at the token.</summary>
    public static PushContent EndlessStream(TaskCompletionSource ended) => new(async (stream, _) =>
    {
        try
        {
            while (true)
            {
                await stream.WriteAsync(new byte[4096], CancellationToken.None);
                await Task.Yield();
            }
        }
        finally
        {
            ended.TrySetResult();
        }
    });

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => write(stream, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        write(stream, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _disposed.TrySetResult();
    }
}
