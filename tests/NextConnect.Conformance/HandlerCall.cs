namespace NextConnect.Conformance;

/// <summary>One handler's view of a request, in words that both routers have.</summary>
public abstract class HandlerCall
{
    public abstract RouteParams Params { get; }

    public abstract string? Route { get; }

    /// <summary>Calls the router's own <c>next</c> and gives its very task.</summary>
    public abstract Task NextAsync();

    /// <summary>Answers.</summary>
    public abstract Task WriteAsync(string text, int status = 200);
}
