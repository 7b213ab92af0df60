namespace NextConnect;

/// <content>Steps that see their own parameters (<see cref="ParamViews"/>).</content>
internal abstract partial class ChainRun<TTask>
{
    /// <summary>Calls a function as a step that sees its own parameters; its caller sees its own again after it.</summary>
    protected TTask InView(int index, Func<TTask> call)
    {
        if (views is null)
            return call();

        var caller = views.Enter(index);
        var result = call();
        if (!result.IsCompleted)
            return After(LeaveAsync(), result);
        views.Leave(index, caller);
        return result;

        async Task LeaveAsync()
        {
            try
            {
                await result.ConfigureAwait(false);
            }
            finally
            {
                views.Leave(index, caller);
            }
        }
    }

    private TTask Invoke(int index) => views is null ? InvokeStep(index) : InvokeInView(index);

    /// <summary>Separate from <see cref="Invoke"/>, which would otherwise allocate the closure on every call.</summary>
    private TTask InvokeInView(int index) => InView(index, () => InvokeStep(index));
}
