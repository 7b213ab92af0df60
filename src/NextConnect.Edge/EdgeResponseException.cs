using System.Diagnostics.CodeAnalysis;

namespace NextConnect;

/// <summary>Ends a handler with a response, also from the methods it calls; made by <c>req.Respond(…)</c>, or directly. Never reaches <c>OnError</c>.</summary>
/// <param name="response">The response.</param>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Without a response it would do nothing.")]
public sealed class EdgeResponseException(HttpResponseMessage response)
    : Exception("This exception is a response, not an error. Let it propagate: catch (Exception error) when (error is not EdgeResponseException).")
{
    /// <summary>Gets the response.</summary>
    public HttpResponseMessage Response { get; } = response ?? throw new ArgumentNullException(nameof(response));
}
