using System.Runtime.ExceptionServices;

namespace NextConnect;

/// <content>The end of a chain: when every step has ended, awaited or not, and no other may begin.</content>
internal abstract partial class ChainRun<TTask>
{
    /// <summary>Waits for the first step, and for all that steps left unfinished because they did not await <c>next</c>; throws their errors.</summary>
    private async Task WaitForAllAsync(Task root)
    {
        List<Exception>? unobserved = null;
        await root.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var own = root;
        var index = 0;
        do
        {
            for (; index < Volatile.Read(ref _called); index++)
            {
                var hasReturned = HasReturned();
                await WaitForCallsAsync().ConfigureAwait(false);
                var rest = (Task?)_rests?[index] ?? Task.CompletedTask;
                var mayHaveSeen = hasReturned && rest.IsCompleted && own.IsCompletedSuccessfully;
                if (await UnobservedError.FindAsync(own, rest).ConfigureAwait(false) is { } error
                    && !(mayHaveSeen && HasRespondedTo(error, steps[index].Layer)))
                {
                    (unobserved ??= []).Add(error);
                }
                own = rest;
            }
        }
        while (!TryEnd(index));
        views?.End();

        if (unobserved is not null && (root.IsFaulted || unobserved.Count > 1))
            throw new AggregateException([.. root.Exception?.InnerExceptions ?? [], .. unobserved]);
        if (unobserved is not null)
            ExceptionDispatchInfo.Throw(unobserved[0]);
        await root.ConfigureAwait(false);
        OnSucceeded(~Reached);
    }

    /// <summary>
    /// Ends a chain that left nothing unfinished; false when there is something to wait for. The order of the checks matters: once all calls have returned,
    /// every unfinished result is in <see cref="_rests"/>, and a new call makes <see cref="TryEnd"/> fail.
    /// </summary>
    private bool TryEndAtOnce()
    {
        var called = Volatile.Read(ref _called);
        return Volatile.Read(ref _returned) == called && Volatile.Read(ref _rests) is null && TryEnd(called);
    }

    /// <summary>Refuses every further <c>next</c>; false when one has begun.</summary>
    private bool TryEnd(int called) => Interlocked.CompareExchange(ref _called, ~called, called) == called;

    /// <summary>Returns whether no <c>next</c> runs on another thread.</summary>
    private bool HasReturned() => Volatile.Read(ref _returned) >= Volatile.Read(ref _called);

    /// <summary>Waits until no <c>next</c> runs on another thread.</summary>
    private async Task WaitForCallsAsync()
    {
        while (!HasReturned())
        {
            var returned = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            // Published before the count is read again: a call that returns now is either counted here or completes the source.
            Interlocked.Exchange(ref Rests()[steps.Length], returned);
            if (!HasReturned())
                await returned.Task.ConfigureAwait(false);
        }
    }
}
