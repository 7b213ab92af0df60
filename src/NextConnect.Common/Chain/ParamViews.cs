namespace NextConnect;

/// <summary>
/// The parameters of a request whose layers use one name for different values: each layer sees those of its own pattern, and of the others all layers' merged.
/// Thus a guard on <c>/accounts/:id</c> never reads the <c>:id</c> of a later layer.
/// </summary>
internal abstract class ParamViews
{
    private const int AllLayers = -1;

    private readonly RouteParams _merged;
    private readonly RouteParams?[] _own;
    private int _shown = AllLayers;

    /// <summary>Reads all parameters at once: an expression that is too slow fails before any step runs.</summary>
    protected ParamViews(RouteMatch match)
    {
        _merged = match.ReadParams();
        _own = [.. Enumerable.Range(0, match.Layers.Steps.Length).Select(match.ReadOwnParams)];
    }

    /// <summary>Shows the parameters as a step sees them, and returns the step that saw them before.</summary>
    /// <param name="step">The step; after the last one and before the first one, the parameters are those of all layers.</param>
    public int Enter(int step)
    {
        var before = _shown;
        Show(StepOf(step));
        return before;
    }

    /// <summary>Shows the parameters as a step's caller sees them, unless a later step still runs, which keeps its own.</summary>
    public void Leave(int step, int caller)
    {
        if (_shown == StepOf(step))
            Show(caller);
    }

    /// <summary>Shows the parameters of all layers, after the chain has ended.</summary>
    public void End() => Show(AllLayers);

    /// <summary>Shows parameters on the request; values that were there before the router win.</summary>
    protected abstract void Set(RouteParams values);

    private int StepOf(int step) => step == _own.Length ? AllLayers : step;

    private void Show(int step)
    {
        if (_shown == step)
            return;
        _shown = step;
        Set(step >= 0 && _own[step] is { } own ? RouteParamsBuilder.Merge(_merged, own) : _merged);
    }
}
