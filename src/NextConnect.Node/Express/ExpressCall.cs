using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>One call of wrapped middleware: settled once, by whatever happens first.</summary>
internal sealed class ExpressCall
{
    private const int Returned = 1;
    private const int Sent = 2;

    private readonly TaskCompletionSource<(bool Continues, Exception? Error)> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationToken _aborted;
    private int _events;

    private ExpressCall(CancellationToken aborted) => _aborted = aborted;

    /// <summary>Starts a call and makes it the one that <c>res.End()</c> and <c>res.SendAsync()</c> end.</summary>
    public static ExpressCall Start(HttpResponse res)
    {
        var call = new ExpressCall(res.HttpContext.RequestAborted);
        res.HttpContext.Features.Set(call);
        return call;
    }

    public void Next(Exception? error = null) => _outcome.TrySetResult((error is null, error));

    public void End() => _outcome.TrySetResult((false, null));

    /// <summary>Notes that the callback has returned: a whole response, sent before or later, now ends the call.</summary>
    public void Return() => Note(Returned);

    /// <summary>Sends a whole response, and notes that it is sent, or has failed. A callback that still runs may call <c>next</c> after it.</summary>
    public async Task EndAfterAsync(Func<Task> send)
    {
        try
        {
            await send().ConfigureAwait(false);
        }
        finally
        {
            Note(Sent);
        }
    }

    /// <summary>Waits until the call is settled. Returns whether the chain continues; throws what the callback reported, or the cancellation.</summary>
    public async Task<bool> WaitAsync()
    {
        using var abort = _aborted.UnsafeRegister(static (call, aborted) => ((ExpressCall)call!)._outcome.TrySetCanceled(aborted), this);
        var (continues, error) = await _outcome.Task.ConfigureAwait(false);
        if (error is not null)
            ExceptionDispatchInfo.Throw(error);
        return continues;
    }

    /// <summary>Ends the call when both have happened, in either order and on any thread.</summary>
    private void Note(int what)
    {
        if ((Interlocked.Or(ref _events, what) | what) == (Returned | Sent))
            End();
    }
}
