using NextConnect.Conformance;

namespace NextConnect.Common.Tests;

/// <summary>A router without HTTP: a handler only tells its id.</summary>
internal sealed class TestRouter : RouterBase<TestRouter, TestHandler, TestEndpoint>
{
    private RouteTable? _search;

    /// <summary>Gets how large the search's states may become; null for its own limit.</summary>
    public long? SizeLimit { get; private init; }

    public static TestRouter Of(IEnumerable<RouterEntry> entries, long? sizeLimit = null) =>
        RouterBuilder.Build<TestRouter, TestHandler, TestEndpoint>(entries, () => new TestRouter { SizeLimit = sizeLimit }, static id => () => id);

    /// <summary>The one place where tests reach the shipped search.</summary>
    public ReferenceMatch Find(string method, string path)
    {
        var match = (_search ??= SizeLimit is { } limit ? Table.WithSizeLimit(limit) : Table).Find(method, path);
        return new([.. match.Layers.Steps.Select(step => ((TestHandler)step.Function)())], match.ReadParams().ToDictionary(), match.Layers.IsMiddlewareOnly);
    }

    public int[] LayersFound(string method, string path) => Table.Find(method, path).Layers.Indexes;

    public string? RouteFound(string method, string path) => Table.Find(method, path).Layers.Route;

    public IEnumerable<string> MethodsOf(string path) => Table.MethodsOf(path);

    private protected override TestRouter Create() => new();
}

internal delegate int TestHandler();

internal delegate int TestEndpoint();
