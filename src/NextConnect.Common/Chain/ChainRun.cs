using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace NextConnect;

/// <summary>Runs the steps of one request, each continuing only by <c>next</c>. A front end says how a step is called and what lies behind the last one.</summary>
/// <typeparam name="TTask">What a step returns: a task, with or without a value.</typeparam>
internal abstract partial class ChainRun<TTask>(ChainStep[] steps)
    where TTask : Task
{
    /// <summary>After how many handlers the stack is looked at; the reserve it keeps is enough for many more.</summary>
    private const int StackCheckInterval = 16;

    private const int Ended = -1;

    /// <summary>How many handlers have called <c>next</c>, which they can only do in order, so that the number tells whose turn it is; or <see cref="Ended"/>.</summary>
    private int _called;

    /// <summary>How many of those calls have come back.</summary>
    private int _returned;

    /// <summary>What they gave, by handler, where it had not ended well at once; null for none.</summary>
    private Task?[]? _rests;

    /// <summary>Gets what the chain is made of.</summary>
    protected ChainStep[] Steps => steps;

    /// <summary>Runs the chain. Errors are in the task, never thrown.</summary>
    public TTask Run()
    {
        var root = Invoke(0);
        var called = Volatile.Read(ref _called);
        return root.IsCompletedSuccessfully && _rests is null && Volatile.Read(ref _returned) == called && TryEnd(called) ? root : SettleAsync(root);
    }

    /// <summary>Calls a step; a handler's <c>next</c> is <see cref="First"/> or that of a new <see cref="Link"/>.</summary>
    protected abstract TTask Call(in ChainStep step, int index);

    /// <summary>What <c>next</c> gives behind the last step.</summary>
    protected abstract TTask CallEnd();

    /// <summary>Looks at what a step returned before its caller sees it.</summary>
    protected virtual TTask Check(TTask result, RouteLayer layer) => result;

    protected abstract TTask Failed(Exception error);

    /// <summary>Starts a function on another thread's fresh stack.</summary>
    protected abstract TTask OnFreshStack(Func<TTask> function);

    /// <summary>Waits for the whole chain (see <see cref="WaitForAllAsync"/>), then gives the root's value.</summary>
    protected abstract TTask SettleAsync(TTask root);

    /// <summary>The <c>next</c> of the first handler, which needs no link of its own.</summary>
    protected TTask First() => Next(0);

    /// <summary>
    /// Waits for the first step and for whatever a step has left unfinished because it forgot to await <c>next</c>; throws what they threw.
    /// </summary>
    protected async Task WaitForAllAsync(Task root)
    {
        List<Exception>? forgotten = null;
        await root.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var own = root;
        var index = 0;
        do
        {
            for (; index < Volatile.Read(ref _called); index++)
            {
                while (Volatile.Read(ref _returned) < Volatile.Read(ref _called))
                    await Task.Yield(); // a next() still runs on another thread
                var rest = _rests?[index] ?? Task.CompletedTask;
                if (await UnobservedError.FindAsync(own, rest).ConfigureAwait(false) is { } error)
                    (forgotten ??= []).Add(error);
                own = rest;
            }
        }
        while (!TryEnd(index));

        if (forgotten is not null && (root.IsFaulted || forgotten.Count > 1))
            throw new AggregateException([.. root.Exception?.InnerExceptions ?? [], .. forgotten]);
        if (forgotten is not null)
            ExceptionDispatchInfo.Throw(forgotten[0]);
        await root.ConfigureAwait(false);
    }

    /// <summary>Lets no further <c>next</c> begin; false when one has.</summary>
    private bool TryEnd(int called) => Interlocked.CompareExchange(ref _called, Ended, called) == called;

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Every error becomes the task of next().")]
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

    /// <summary>Runs what follows a handler, which may ask for it once.</summary>
    protected TTask Next(int index)
    {
        if (Interlocked.CompareExchange(ref _called, index + 1, index) != index)
            throw RefusedNext(index);

        var rest = index % StackCheckInterval != 0 || RuntimeHelpers.TryEnsureSufficientExecutionStack()
            ? Invoke(index + 1)
            : InvokeOnFreshStack(index + 1);
        if (!rest.IsCompletedSuccessfully)
            Keep(index, rest);
        Interlocked.Increment(ref _returned);
        return rest;
    }

    /// <summary>A method of its own, because its closure would be made on each call of the other.</summary>
    private TTask InvokeOnFreshStack(int index) => OnFreshStack(() => Invoke(index));

    /// <summary>Remembers what a handler's <c>next</c> gave, so that the chain waits for it.</summary>
    protected void Keep(int index, TTask rest)
    {
        if (_rests is null)
            Interlocked.CompareExchange(ref _rests, new Task?[steps.Length], null);
        _rests[index] = rest;
    }

    protected InvalidOperationException RefusedNext(int index) => new(_called == Ended
        ? $"next() of '{steps[index].Layer.DisplayName}' was called after the chain had ended; probably a missing await."
        : $"next() was called twice by one handler of '{steps[index].Layer.DisplayName}'; probably a missing await or return.");

    /// <summary>One handler's right to call <c>next</c>.</summary>
    internal sealed class Link(ChainRun<TTask> run, int index)
    {
        public TTask Next() => run.Next(index);
    }
}
