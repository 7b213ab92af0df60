namespace NextConnect;

/// <summary>
/// A response as it is sent to one client, with that client's cookies. The handler's own message stays as it is: it may be one that every request receives.
/// </summary>
internal sealed class ResponseWithCookies : HttpResponseMessage
{
    private readonly HttpResponseMessage _original;

    public ResponseWithCookies(HttpResponseMessage original)
        : base(original.StatusCode)
    {
        _original = original;
        (Version, ReasonPhrase, RequestMessage, Content) = (original.Version, original.ReasonPhrase, original.RequestMessage, original.Content);
        foreach (var (name, values) in original.Headers.NonValidated)
            Headers.TryAddWithoutValidation(name, values);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _original.Dispose();
        base.Dispose(disposing);
    }
}
