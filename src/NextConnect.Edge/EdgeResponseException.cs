using System.Diagnostics.CodeAnalysis;

namespace NextConnect;

/// <summary>Ends a handler with a response from anywhere below it; made by <c>req.Respond(…)</c>, or by hand where there is no request. Never reaches <c>OnError</c>.</summary>
/// <param name="response">The response.</param>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Without a response it would answer nothing.")]
public sealed class EdgeResponseException(HttpResponseMessage response) : Exception("Ends the handler with a response. It is no error: let it pass, as in catch (Exception error) when (error is not EdgeResponseException).")
{
    /// <summary>Gets the response.</summary>
    public HttpResponseMessage Response { get; } = response ?? throw new ArgumentNullException(nameof(response));
}
