using System.ComponentModel;
using static System.ComponentModel.EditorBrowsableState;

namespace NextConnect;

/// <content>The same for an endpoint after handlers.</content>
public sealed partial class NodeRouter
{
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Get<T>(RoutePattern pattern, NodeHandler handler, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Get<T>(RoutePattern pattern, NodeHandler handler, NodeHandler second, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Get<T>(RoutePattern pattern, ReadOnlySpan<NodeHandler> handlers, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Get<T>(NodeHandler handler, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Get<T>(NodeHandler handler, NodeHandler second, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Get<T>(ReadOnlySpan<NodeHandler> handlers, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter All<T>(RoutePattern pattern, NodeHandler handler, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter All<T>(RoutePattern pattern, NodeHandler handler, NodeHandler second, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter All<T>(RoutePattern pattern, ReadOnlySpan<NodeHandler> handlers, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter All<T>(NodeHandler handler, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter All<T>(NodeHandler handler, NodeHandler second, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter All<T>(ReadOnlySpan<NodeHandler> handlers, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Head<T>(RoutePattern pattern, NodeHandler handler, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Head<T>(RoutePattern pattern, NodeHandler handler, NodeHandler second, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Head<T>(RoutePattern pattern, ReadOnlySpan<NodeHandler> handlers, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Head<T>(NodeHandler handler, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Head<T>(NodeHandler handler, NodeHandler second, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Head<T>(ReadOnlySpan<NodeHandler> handlers, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Post<T>(RoutePattern pattern, NodeHandler handler, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Post<T>(RoutePattern pattern, NodeHandler handler, NodeHandler second, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Post<T>(RoutePattern pattern, ReadOnlySpan<NodeHandler> handlers, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Post<T>(NodeHandler handler, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Post<T>(NodeHandler handler, NodeHandler second, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Post<T>(ReadOnlySpan<NodeHandler> handlers, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Put<T>(RoutePattern pattern, NodeHandler handler, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Put<T>(RoutePattern pattern, NodeHandler handler, NodeHandler second, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Put<T>(RoutePattern pattern, ReadOnlySpan<NodeHandler> handlers, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Put<T>(NodeHandler handler, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Put<T>(NodeHandler handler, NodeHandler second, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Put<T>(ReadOnlySpan<NodeHandler> handlers, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Patch<T>(RoutePattern pattern, NodeHandler handler, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Patch<T>(RoutePattern pattern, NodeHandler handler, NodeHandler second, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Patch<T>(RoutePattern pattern, ReadOnlySpan<NodeHandler> handlers, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Patch<T>(NodeHandler handler, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Patch<T>(NodeHandler handler, NodeHandler second, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Patch<T>(ReadOnlySpan<NodeHandler> handlers, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Delete<T>(RoutePattern pattern, NodeHandler handler, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Delete<T>(RoutePattern pattern, NodeHandler handler, NodeHandler second, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Delete<T>(RoutePattern pattern, ReadOnlySpan<NodeHandler> handlers, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Delete<T>(NodeHandler handler, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Delete<T>(NodeHandler handler, NodeHandler second, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Delete<T>(ReadOnlySpan<NodeHandler> handlers, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Options<T>(RoutePattern pattern, NodeHandler handler, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Options<T>(RoutePattern pattern, NodeHandler handler, NodeHandler second, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Options<T>(RoutePattern pattern, ReadOnlySpan<NodeHandler> handlers, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Options<T>(NodeHandler handler, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Options<T>(NodeHandler handler, NodeHandler second, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Options<T>(ReadOnlySpan<NodeHandler> handlers, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Trace<T>(RoutePattern pattern, NodeHandler handler, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Trace<T>(RoutePattern pattern, NodeHandler handler, NodeHandler second, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Trace<T>(RoutePattern pattern, ReadOnlySpan<NodeHandler> handlers, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Trace<T>(NodeHandler handler, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Trace<T>(NodeHandler handler, NodeHandler second, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Trace<T>(ReadOnlySpan<NodeHandler> handlers, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Add<T>(string method, RoutePattern pattern, NodeHandler handler, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Add<T>(string method, RoutePattern pattern, NodeHandler handler, NodeHandler second, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Add<T>(string method, RoutePattern pattern, ReadOnlySpan<NodeHandler> handlers, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Add<T>(string method, NodeHandler handler, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Add<T>(string method, NodeHandler handler, NodeHandler second, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Add<T>(string method, ReadOnlySpan<NodeHandler> handlers, NodeEndpoint<T> endpoint) => throw LostValue;
}
