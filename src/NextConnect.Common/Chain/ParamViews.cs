namespace NextConnect;

/// <summary>
/// The parameters of a request whose layers use one name for different values: each layer sees those of its own pattern, and of the others all layers' merged.
/// A guard on <c>/accounts/:id</c> so never reads the <c>:id</c> of a later layer.
/// </summary>
internal abstract class ParamViews(RouteMatch match)
{
    private const int AllLayers = -1;

    private readonly RouteParams _merged = match.ReadParams();
    private readonly int _steps = match.Layers.Steps.Length;
    private int _shown = AllLayers;

    /// <summary>Shows the parameters as a step sees them, and returns the step that saw them before.</summary>
    /// <param name="step">The step; after the last one and before the first one, the parameters are those of all layers.</param>
    public int Show(int step)
    {
        var before = _shown;
        _shown = step == _steps ? AllLayers : step;
        if (before != _shown)
            Show(_shown >= 0 && match.ReadOwnParams(_shown) is { } own ? RouteParamsBuilder.Merge(_merged, own) : _merged);
        return before;
    }

    /// <summary>Shows parameters on the request; values that were there before the router win.</summary>
    protected abstract void Show(RouteParams values);
}
