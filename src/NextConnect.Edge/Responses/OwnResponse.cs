using System.Net;

namespace NextConnect;

/// <summary>
/// A response to one request, to which the headers of that request may be added. A handler's message stays as it is: it may be one that every request receives.
/// </summary>
internal class OwnResponse : HttpResponseMessage
{
    private readonly HttpResponseMessage? _original;

    protected OwnResponse(HttpStatusCode status)
        : base(status)
    {
    }

    private OwnResponse(HttpResponseMessage original)
        : base(original.StatusCode)
    {
        _original = original;
        (Version, ReasonPhrase, RequestMessage, Content) = (original.Version, original.ReasonPhrase, original.RequestMessage, original.Content);
        foreach (var (name, values) in original.Headers.NonValidated)
            Headers.TryAddWithoutValidation(name, values);
        foreach (var (name, values) in original.TrailingHeaders.NonValidated)
            TrailingHeaders.TryAddWithoutValidation(name, values);
    }

    /// <summary>Returns a response that may be changed: the given one, or a copy that disposes it.</summary>
    public static OwnResponse Of(HttpResponseMessage response) => response as OwnResponse ?? new(response);

    /// <summary>Adds the trailers that the original's content has set while it was sent.</summary>
    public void AddLateTrailers()
    {
        if (_original is null)
            return;
        foreach (var (name, values) in _original.TrailingHeaders.NonValidated)
        {
            if (!TrailingHeaders.NonValidated.Contains(name))
                TrailingHeaders.TryAddWithoutValidation(name, values);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _original?.Dispose();
        base.Dispose(disposing);
    }
}
