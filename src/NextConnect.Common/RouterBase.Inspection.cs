namespace NextConnect;

public abstract partial class RouterBase<TSelf, THandler, TEndpoint>
{
    /// <summary>Gets all layers in order, including those of mounted routers. Does not freeze the router.</summary>
    public IReadOnlyList<LayerInfo> Layers => [.. _layers.Select((layer, index) => LayerInfo.Of(index, layer))];

    /// <summary>
    /// Explains what <c>Handler()</c> does with a request, without running anything: every layer in order, the parameters, and how the request ends. For
    /// development and tests: it tests each layer by itself and is slow. Does not freeze the router.
    /// </summary>
    /// <param name="method">The method, compared ordinally, case included.</param>
    /// <param name="path">The decoded path without query, as <c>HttpRequest.Path</c> shows it; empty for <c>OPTIONS *</c>.</param>
    /// <param name="options">The options of <c>Handler()</c>; null for the defaults.</param>
    /// <returns>The explanation; its <c>ToString()</c> returns a table.</returns>
    /// <example><code>Console.WriteLine(router.Explain("GET", "/users/7"));</code></example>
    public RouteExplanation Explain(string method, string path, HandlerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(path);
        return RouteExplainer.Explain([.. _layers], method, path, options ?? new());
    }
}
