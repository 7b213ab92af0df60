using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using static System.ComponentModel.EditorBrowsableState;

namespace NextConnect;

/// <content>
/// Refuses functions whose value would be lost, such as <c>(req, res) => Task.FromResult(1)</c>. Their <c>Task&lt;int&gt;</c> would convert to <c>Task</c>, but
/// the compiler prefers these overloads.
/// </content>
public sealed partial class NodeRouter
{
    private const string Lost =
        "NodeRouter would drop the value that this function returns. Write it to the response, or use a NodeRouter<TResult>. "
        + "To drop it on purpose, await it in a block: async (req, res) => { await …; }.";

    private static NotSupportedException LostValue => new(Lost);

    /// <summary>Does not compile: the router would drop the value that the function returns.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <returns>Nothing: it throws.</returns>
    /// <exception cref="NotSupportedException">Always.</exception>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Get<T>(RoutePattern pattern, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Get<T>(NodeEndpoint<T> endpoint) => throw LostValue;

    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter All<T>(RoutePattern pattern, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter All<T>(NodeEndpoint<T> endpoint) => throw LostValue;

    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Head<T>(RoutePattern pattern, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Head<T>(NodeEndpoint<T> endpoint) => throw LostValue;

    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Post<T>(RoutePattern pattern, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Post<T>(NodeEndpoint<T> endpoint) => throw LostValue;

    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Put<T>(RoutePattern pattern, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Put<T>(NodeEndpoint<T> endpoint) => throw LostValue;

    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Patch<T>(RoutePattern pattern, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Patch<T>(NodeEndpoint<T> endpoint) => throw LostValue;

    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Delete<T>(RoutePattern pattern, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Delete<T>(NodeEndpoint<T> endpoint) => throw LostValue;

    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Options<T>(RoutePattern pattern, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Options<T>(NodeEndpoint<T> endpoint) => throw LostValue;

    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Trace<T>(RoutePattern pattern, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Trace<T>(NodeEndpoint<T> endpoint) => throw LostValue;

    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Add<T>(string method, RoutePattern pattern, NodeEndpoint<T> endpoint) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Add<T>(string method, NodeEndpoint<T> endpoint) => throw LostValue;

    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Use<T>(RoutePattern basePath, Func<HttpRequest, HttpResponse, NextHandler, Task<T>> handler) => throw LostValue;
    /// <inheritdoc cref="Get{T}(RoutePattern, NodeEndpoint{T})"/>
    [Obsolete(Lost, error: true), EditorBrowsable(Never)]
    public NodeRouter Use<T>(Func<HttpRequest, HttpResponse, NextHandler, Task<T>> handler) => throw LostValue;
}
