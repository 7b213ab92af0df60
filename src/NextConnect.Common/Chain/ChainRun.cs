using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace NextConnect;

/// <summary>Runs the steps of one request, each continuing only by <c>next</c>. A front end says how a step is called and what follows the last one.</summary>
/// <typeparam name="TTask">What a step returns: a task, with or without a value.</typeparam>
internal abstract class ChainRun<TTask>(ChainStep[] steps)
    where TTask : Task
{
    /// <summary>After how many handlers the stack is looked at; the reserve it keeps is enough for many more.</summary>
    private const int StackCheckInterval = 16;

    private const int Ended = -1;

    /// <summary>
    /// The step that may call <c>next</c>: it counts the steps that have called it or were skipped by an error, which happens in order, so that the number
    /// tells whose turn it is. <see cref="Ended"/> when no step may.
    /// </summary>
    private int _called;

    /// <summary>How many of those calls have returned. Once it equals <see cref="_called"/>, no step runs in a <c>next</c> on another thread.</summary>
    private int _returned;

    /// <summary>
    /// What the calls returned, by step, where it had not ended well at once; null for none. One place more holds the source that
    /// <see cref="WaitForCallsAsync"/> waits for.
    /// </summary>
    private object?[]? _rests;

    /// <summary>Gets what the chain is made of.</summary>
    protected ChainStep[] Steps => steps;

    /// <summary>Gets the step that was reached last; negative when the chain has ended.</summary>
    protected int Reached => Volatile.Read(ref _called);

    /// <summary>Runs the chain. Errors are in the task, never thrown.</summary>
    public TTask Run()
    {
        var root = Invoke(0);
        return root.IsCompletedSuccessfully && TryEndAtOnce() ? root : SettleAsync(root);
    }

    /// <summary>Calls a step; a handler's <c>next</c> is <see cref="First"/> or that of a new <see cref="Link"/>.</summary>
    protected abstract TTask Call(in ChainStep step, int index);

    /// <summary>What <c>next</c> returns behind the last step.</summary>
    protected abstract TTask CallEnd();

    /// <summary>Looks at what a step returned before its caller sees it.</summary>
    protected virtual TTask Check(TTask result, RouteLayer layer) => result;

    protected abstract TTask Failed(Exception error);

    /// <summary>Starts a function on another thread's fresh stack.</summary>
    protected abstract TTask OnFreshStack(Func<TTask> function);

    /// <summary>Waits for the whole chain (see <see cref="WaitForAllAsync"/>), then returns the root's value.</summary>
    protected abstract TTask SettleAsync(TTask root);

    /// <summary>The <c>next</c> of the first handler, which needs no link of its own.</summary>
    protected TTask First() => Next(0);

    /// <summary>
    /// Waits for the first step and for whatever a step has left unfinished because it did not await <c>next</c>; throws what they threw.
    /// </summary>
    protected async Task WaitForAllAsync(Task root)
    {
        List<Exception>? unobserved = null;
        await root.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var own = root;
        var index = 0;
        do
        {
            for (; index < Volatile.Read(ref _called); index++)
            {
                await WaitForCallsAsync().ConfigureAwait(false);
                var rest = (Task?)_rests?[index] ?? Task.CompletedTask;
                if (await UnobservedError.FindAsync(own, rest).ConfigureAwait(false) is { } error)
                    (unobserved ??= []).Add(error);
                own = rest;
            }
        }
        while (!TryEnd(index));

        if (unobserved is not null && (root.IsFaulted || unobserved.Count > 1))
            throw new AggregateException([.. root.Exception?.InnerExceptions ?? [], .. unobserved]);
        if (unobserved is not null)
            ExceptionDispatchInfo.Throw(unobserved[0]);
        await root.ConfigureAwait(false);
    }

    /// <summary>Runs what follows a handler, which may ask for it once.</summary>
    protected TTask Next(int index)
    {
        if (!TrySkip(index, index + 1))
            throw RefusedNext(index);

        var rest = index % StackCheckInterval != 0 || RuntimeHelpers.TryEnsureSufficientExecutionStack()
            ? Invoke(index + 1)
            : InvokeOnFreshStack(index + 1);
        Return(index, index + 1, rest);
        return rest;
    }

    /// <summary>Makes <paramref name="to"/> the step reached last, as if every handler between had called <c>next</c>; false when another one has been reached meanwhile.</summary>
    protected bool TrySkip(int from, int to) => Interlocked.CompareExchange(ref _called, to, from) == from;

    /// <summary>Notes that the call of the step skipped to has returned.</summary>
    /// <param name="from">The step that called.</param>
    /// <param name="to">The step that was skipped to.</param>
    /// <param name="rest">What it returned: the chain waits for it when it has not ended well. Null when someone else does.</param>
    protected void Return(int from, int to, TTask? rest)
    {
        if (rest is { IsCompletedSuccessfully: false })
            Rests()[from] = rest;
        Interlocked.Add(ref _returned, to - from);
        (Volatile.Read(ref _rests)?[steps.Length] as TaskCompletionSource)?.TrySetResult(); // only ever set when the chain waits for this call
    }

    protected InvalidOperationException RefusedNext(int index) => new(Reached == Ended
        ? $"next() of '{steps[index].Layer.DisplayName}' was called after the chain had ended; probably a missing await."
        : $"next() was called twice by one handler of '{steps[index].Layer.DisplayName}'; probably a missing await or return.");

    protected static InvalidOperationException NullTask(RouteLayer layer) => new($"A handler of '{layer.DisplayName}' returned null instead of a task.");

    private TTask Invoke(int index)
    {
        try
        {
            if (index == steps.Length)
                return CallEnd();

            ref readonly var step = ref steps[index];
            return Check(Call(in step, index) ?? throw NullTask(step.Layer), step.Layer);
        }
        catch (Exception error)
        {
            return Failed(error);
        }
    }

    /// <summary>A method of its own, because its closure would be made on each call of the other.</summary>
    private TTask InvokeOnFreshStack(int index) => OnFreshStack(() => Invoke(index));

    /// <summary>
    /// Ends a chain that left nothing unfinished; false when there is something to wait for. The order counts: once all calls have returned, whatever one of
    /// them left is in <see cref="_rests"/>, and no new one begins without making <see cref="TryEnd"/> fail.
    /// </summary>
    private bool TryEndAtOnce()
    {
        var called = Volatile.Read(ref _called);
        return Volatile.Read(ref _returned) == called && Volatile.Read(ref _rests) is null && TryEnd(called);
    }

    /// <summary>Lets no further <c>next</c> begin; false when one has.</summary>
    private bool TryEnd(int called) => Interlocked.CompareExchange(ref _called, Ended, called) == called;

    /// <summary>Waits until no <c>next</c> runs on another thread any more.</summary>
    private async Task WaitForCallsAsync()
    {
        while (Volatile.Read(ref _returned) < Volatile.Read(ref _called))
        {
            var returned = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Interlocked.Exchange(ref Rests()[steps.Length], returned); // before the count is read again, so that a call that returns now is seen here or sees the source
            if (Volatile.Read(ref _returned) < Volatile.Read(ref _called))
                await returned.Task.ConfigureAwait(false);
        }
    }

    private object?[] Rests()
    {
        if (_rests is null)
            Interlocked.CompareExchange(ref _rests, new object?[steps.Length + 1], null);
        return _rests;
    }

    /// <summary>One handler's right to call <c>next</c>.</summary>
    internal sealed class Link(ChainRun<TTask> run, int index)
    {
        public TTask Next() => run.Next(index);
    }
}
