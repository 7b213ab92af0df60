namespace NextConnect;

/// <summary>Shows the parameters of each layer on a request.</summary>
internal sealed class EdgeParamViews(RouteMatch match, RequestState state) : ParamViews(match)
{
    private readonly RouteParams _before = state.Params;

    protected override void Set(RouteParams values)
    {
        state.Params = _before;
        state.AddParams(values);
    }
}
