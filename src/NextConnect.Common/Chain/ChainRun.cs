using System.Runtime.CompilerServices;

namespace NextConnect;

/// <summary>Runs the steps of one request in order, each continuing only by <c>next</c>. A front end defines how steps are called, and the end.</summary>
/// <typeparam name="TTask">What a step returns: a task, with or without a value.</typeparam>
/// <param name="steps">What matched.</param>
/// <param name="views">The parameters as each step sees them; null when all see the same.</param>
internal abstract partial class ChainRun<TTask>(ChainStep[] steps, ParamViews? views)
    where TTask : Task
{
    /// <summary>How many handlers run between two checks of the stack; the reserve that a check guarantees is enough for many more.</summary>
    private const int StackCheckInterval = 16;

    /// <summary>
    /// The step that may call <c>next</c>: the number of steps that have called it or that an error has skipped. Both happen in order, so the number identifies
    /// the step. Its complement, which is negative, when the chain has ended and no step may.
    /// </summary>
    private int _called;

    /// <summary>How many of those calls have returned. When it equals <see cref="_called"/>, no <c>next</c> runs on another thread.</summary>
    private int _returned;

    /// <summary>
    /// What the calls returned, by step, unless it had succeeded; null when all had. The last element is for <see cref="WaitForCallsAsync"/>.
    /// </summary>
    private object?[]? _rests;

    protected ChainStep[] Steps => steps;

    /// <summary>Gets the last step reached; negative after the chain has ended.</summary>
    protected int Reached => Volatile.Read(ref _called);

    /// <summary>Runs the chain. The task carries every error; nothing is thrown.</summary>
    public TTask Run()
    {
        var root = Invoke(0);
        if (!root.IsCompletedSuccessfully || !TryEndAtOnce())
            return After(WaitForAllAsync(root), root);
        OnSucceeded(~Reached);
        return root;
    }

    /// <summary>Calls a step. A handler's <c>next</c> is <see cref="First"/> for step 0, otherwise that of a new <see cref="Link"/>.</summary>
    protected abstract TTask Call(in ChainStep step, int index);

    /// <summary>Returns what <c>next</c> returns after the last step.</summary>
    protected abstract TTask CallEnd();

    /// <summary>Inspects, and may replace, what a step returned before its caller sees it.</summary>
    protected virtual TTask Check(TTask result, RouteLayer layer) => result;

    protected abstract TTask Failed(Exception error);

    /// <summary>Receives what a call of <c>next</c> returned, before its caller does, unless it has succeeded.</summary>
    /// <param name="rest">The task.</param>
    /// <param name="isLast">Whether it is that of the last step reached, which may be the first to fail.</param>
    protected virtual void OnUnfinished(TTask rest, bool isLast)
    {
    }

    /// <summary>
    /// Returns whether a layer has responded to an error of its <c>next</c> that it has not awaited, so that its response is to stand; then logs the error.
    /// The error came before the layer ended, so the layer may have read it from the task.
    /// </summary>
    protected abstract bool HasRespondedTo(Exception error, RouteLayer layer);

    /// <summary>Called when the chain has ended without an error.</summary>
    /// <param name="last">The last step reached; the number of steps when it has called <c>next</c>.</param>
    protected virtual void OnSucceeded(int last)
    {
    }

    /// <summary>Runs a function on another thread's fresh stack.</summary>
    protected abstract TTask OnFreshStack(Func<TTask> function);

    /// <summary>Returns a result once a task has ended, which ends as the result does or with another error.</summary>
    protected abstract TTask After(Task wait, TTask result);

    /// <summary>The <c>next</c> of the first handler, which needs no link of its own.</summary>
    protected TTask First() => Next(0);

    /// <summary>Runs the rest of the chain for a handler, which may call this once.</summary>
    protected TTask Next(int index)
    {
        if (!TrySkip(index, index + 1))
            throw RefusedNext(index);

        TTask? rest = null;
        try
        {
            return rest = index % StackCheckInterval != 0 || RuntimeHelpers.TryEnsureSufficientExecutionStack()
                ? Invoke(index + 1)
                : InvokeOnFreshStack(index + 1);
        }
        finally
        {
            Return(index, index + 1, rest);
        }
    }

    /// <summary>Moves the chain to a later step, as if every handler between had called <c>next</c>; false when it has moved meanwhile.</summary>
    protected bool TrySkip(int from, int to) => Interlocked.CompareExchange(ref _called, to, from) == from;

    /// <summary>Records that the call of a step has returned.</summary>
    /// <param name="from">The step that called.</param>
    /// <param name="to">The step that was called.</param>
    /// <param name="rest">What it returned: the chain waits for it unless it has succeeded. Null when the caller waits for it.</param>
    protected void Return(int from, int to, TTask? rest)
    {
        if (rest is { IsCompletedSuccessfully: false })
        {
            Rests()[from] = rest;
            OnUnfinished(rest, isLast: Reached == to);
        }
        Interlocked.Add(ref _returned, to - from);
        (Volatile.Read(ref _rests)?[steps.Length] as TaskCompletionSource)?.TrySetResult(); // set only while the chain waits for a call
    }

    protected InvalidOperationException RefusedNext(int index) => new(Reached < 0
        ? $"next() of '{steps[index].Layer.DisplayName}' was called after the chain had ended; probably a missing await."
        : $"next() was called twice by one handler of '{steps[index].Layer.DisplayName}'; probably a missing await or return.");

    protected static InvalidOperationException NullTask(RouteLayer layer) =>
        new($"A handler of '{layer.DisplayName}' returned null instead of a task. Make it async, or return a task.");

    private TTask InvokeStep(int index)
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

    /// <summary>Separate from <see cref="Next"/>, which would otherwise allocate the closure on every call.</summary>
    private TTask InvokeOnFreshStack(int index) => OnFreshStack(() => Invoke(index));

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
