namespace NextConnect;

/// <summary>Explains whether one layer matches a request, and if not, why.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Mismatch">The first reason why it does not match; <see cref="LayerMismatch.None"/> when it matches.</param>
/// <param name="Reason">The same in words, such as <c>the path has 'posts' where the pattern has 'users'</c>; empty when the layer matches.</param>
public sealed record LayerExplanation(LayerInfo Layer, LayerMismatch Mismatch, string Reason)
{
    /// <summary>Gets whether the layer matches.</summary>
    public bool IsMatch => Mismatch == LayerMismatch.None;

    /// <summary>
    /// Gets the parameters of the layer's own pattern that have another value while it runs than in all layers merged, since two layers use one name.
    /// </summary>
    public RouteParams OwnParams { get; init; } = RouteParams.Empty;

    /// <summary>Gets the result in words: <c>matches</c>, <c>matches, runs only after an error</c> or <c>no: it is for POST</c>.</summary>
    public string Summary => this switch
    {
        { IsMatch: false } => $"no: {Reason}",
        { Layer.HandlesErrors: true } => $"matches, runs only after an error{Own}",
        _ => $"matches{Own}",
    };

    private string Own => OwnParams.Count == 0 ? "" : $", with its own {OwnParams.ToText()}";
}
