using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace NextConnect;

/// <summary>
/// Reports that the request is at fault, not the handler. Unless <c>OnError</c> responds otherwise, <c>Handler()</c> responds with a problem document (RFC
/// 9457) of <see cref="Part"/> and <see cref="Exception.Message"/>, without the inner exception, and does not log it.
/// </summary>
/// <param name="part">The part of the request that is at fault, such as <c>body</c> or <c>Cookie header</c>. The client sees it.</param>
/// <param name="message">What is wrong with it. The client sees it.</param>
/// <param name="status">The status of the response, 400 to 499.</param>
/// <param name="inner">What was caught, for <c>OnError</c> only.</param>
/// <example><code>throw new EdgeRequestException("form field email", "An e-mail address is needed.");</code></example>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Without a part and a message it would say nothing.")]
public sealed class EdgeRequestException(string part, string message, HttpStatusCode status = HttpStatusCode.BadRequest, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>Gets the part of the request that is at fault.</summary>
    public string Part { get; } = part;

    /// <summary>Gets the status of the response.</summary>
    public HttpStatusCode Status { get; } = (int)status is >= 400 and <= 499
        ? status
        : throw new ArgumentOutOfRangeException(nameof(status), status, "An EdgeRequestException has a status of 400 to 499. For others, use req.Respond.");
}
