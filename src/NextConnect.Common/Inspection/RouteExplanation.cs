using System.Globalization;
using System.Text;

namespace NextConnect;

/// <summary>Explains what a router does with a request: all layers in order, the parameters, and how it ends. <see cref="ToString"/> returns a table.</summary>
/// <param name="Method">The request's method.</param>
/// <param name="Path">The request's decoded path.</param>
/// <param name="Layers">All layers, in order.</param>
/// <param name="Params">The parameters of all matching layers, merged.</param>
/// <param name="Outcome">How the request ends.</param>
/// <param name="Allow">
/// The methods of the <c>Allow</c> header, sorted; empty unless the response is the automatic 405 or 204, or becomes it when all layers that match call next:
/// those that <c>All</c> registered may be guards.
/// </param>
public sealed record RouteExplanation(
    string Method, string Path, IReadOnlyList<LayerExplanation> Layers, RouteParams Params, RequestOutcome Outcome, IReadOnlyCollection<string> Allow)
{
    /// <summary>Gets the first route that matches, which usually responds; null when none does.</summary>
    public LayerInfo? Route => Layers.FirstOrDefault(layer => layer is { IsMatch: true, Layer.IsMiddleware: false })?.Layer;

    /// <summary>Gets how the request ends, in words.</summary>
    public string Summary => Outcome switch
    {
        RequestOutcome.Route when Allow.Count > 0 =>
            $"the first route is '{Route}'; if every layer calls next, {(Method == "OPTIONS" && Allow.Contains(Method) ? 204 : 405)} with Allow: {AllowText}",
        RequestOutcome.Route => $"the first route is '{Route}'",
        RequestOutcome.NoMatch =>
            Layers.Any(layer => layer.IsMatch) ? "OnNoMatch: only middleware matches, and none of it runs" : "OnNoMatch: nothing matches",
        RequestOutcome.MethodNotAllowed => $"405 with Allow: {AllowText}",
        RequestOutcome.Options => $"204 with Allow: {AllowText}",
        RequestOutcome.BadPath => "400: the path has a control character or a dot segment",
        _ => "OnError: a regular expression exceeded its time limit",
    };

    private string AllowText => string.Join(", ", Allow);

    /// <summary>Returns the explanation as a table.</summary>
    /// <returns>One line for the request, one for each layer, one for the parameters and one for the end.</returns>
    public override string ToString()
    {
        var text = new StringBuilder().Append(Method).Append(' ').Append(Path).Append('\n');
        var verb = Layers.Select(layer => layer.Layer.Verb.Length).DefaultIfEmpty().Max();
        var pattern = Layers.Select(layer => PatternOf(layer).Length).DefaultIfEmpty().Max();
        foreach (var layer in Layers)
        {
            text.Append(CultureInfo.InvariantCulture, $"{layer.Layer.Order,4}  ").Append(layer.Layer.Verb.PadRight(verb))
                .Append("  ").Append(PatternOf(layer).PadRight(pattern)).Append("  ").Append(layer.Summary).Append('\n');
        }
        if (Params.Count > 0)
            text.Append("params: ").Append(Params.ToText()).Append('\n');
        return text.Append("end: ").Append(Summary).ToString();
    }

    private static string PatternOf(LayerExplanation layer) => (layer.Layer.Pattern.Length == 0 ? "(every request)" : layer.Layer.Pattern) + layer.Layer.Kind;
}
