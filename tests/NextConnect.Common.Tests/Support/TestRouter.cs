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

    /// <summary>The parameters as the last handler that matches sees them.</summary>
    public IReadOnlyDictionary<string, string?> ParamsSeenLast(string method, string path)
    {
        var match = Table.Find(method, path);
        var own = match.HasOwnParams ? match.ReadOwnParams(match.Layers.Steps.Length - 1) : null;
        return own is null ? match.ReadParams() : RouteParamsBuilder.Merge(match.ReadParams(), own);
    }

    /// <summary>Whether layers must see their own parameters, which costs a request time.</summary>
    public bool HasOwnParams(string method, string path) => Table.Find(method, path).HasOwnParams;

    public int[] LayersFound(string method, string path) => Table.Find(method, path).Layers.Indexes;

    public string? RouteFound(string method, string path) => Table.Find(method, path).Layers.Route;

    public IEnumerable<string> MethodsOf(string path) => Table.MethodsOf(path);

    private protected override TestRouter Create() => new();
}

internal delegate int TestHandler();

internal delegate int TestEndpoint();
