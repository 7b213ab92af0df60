namespace NextConnect.AspNetCore.Tests;

/// <summary>A response body made of steps: a text to send, or an error to throw. A step may first wait for something.</summary>
internal sealed class ScriptedStream(params Func<Task<string>>[] steps) : Stream
{
    private readonly TaskCompletionSource _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _next;

    /// <summary>Gets a task that ends when the stream is disposed.</summary>
    public Task Disposed => _disposed.Task;

    public bool WasRead => _next > 0;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public static Func<Task<string>> Send(string text) => () => Task.FromResult(text);

    public static Func<Task<string>> SendAfter(Task signal, string text) => async () =>
    {
        await signal;
        return text;
    };

    public static Func<Task<string>> Throw(string message) => () => throw new InvalidOperationException(message);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_next == steps.Length)
            return 0;
        var text = await steps[_next++]().WaitAsync(cancellationToken);
        return System.Text.Encoding.Latin1.GetBytes(text, buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The host must not block a thread.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _disposed.TrySetResult();
        base.Dispose(disposing);
    }
}
