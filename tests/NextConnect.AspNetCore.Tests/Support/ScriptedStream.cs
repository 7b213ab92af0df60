namespace NextConnect.AspNetCore.Tests;

/// <summary>A response body made of steps: a text to send, or an error to throw. A step may first wait for something.</summary>
internal sealed class ScriptedStream(params Func<Task<string>>[] steps) : TestStream
{
    private readonly TaskCompletionSource _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _next;

    /// <summary>Gets a task that ends when the stream is disposed.</summary>
    public Task Disposed => _disposed.Task;

    public bool WasRead => _next > 0;

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

    protected override void Dispose(bool disposing)
    {
        _disposed.TrySetResult();
        base.Dispose(disposing);
    }
}
