namespace NextConnect;

/// <summary>What runs need that do not go through their steps one by one, because an error skips some.</summary>
internal abstract partial class ChainRun<TTask>
{
    /// <summary>Gets the step that was reached last; negative when the chain has ended.</summary>
    protected int Reached => Volatile.Read(ref _called);

    /// <summary>Makes <paramref name="to"/> the step reached last, as if every handler between had called <c>next</c>; false when another one has been reached meanwhile.</summary>
    protected bool TrySkip(int from, int to) => Interlocked.CompareExchange(ref _called, to, from) == from;

    /// <summary>Says that the call of the step skipped to has come back.</summary>
    protected void EndSkip(int from, int to) => Interlocked.Add(ref _returned, to - from);

    protected static InvalidOperationException NullTask(RouteLayer layer) => new($"A handler of '{layer.DisplayName}' returned null instead of a task.");
}
