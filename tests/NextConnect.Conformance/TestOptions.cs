namespace NextConnect.Conformance;

/// <summary>The options of <c>Handler</c>, in words that both routers have.</summary>
public sealed record TestOptions
{
    public Func<Exception, HandlerCall, Task>? OnError { get; init; }

    public Func<HandlerCall, Task>? OnNoMatch { get; init; }

    public bool HandleMethodNotAllowed { get; init; }

    public bool HandleOptions { get; init; }
}
