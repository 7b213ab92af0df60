using System.Collections;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.Features;

namespace NextConnect.Benchmarks;

/// <summary>A feature collection that is itself the features a matcher needs, as Kestrel's is, so that a peer is not measured with a slow one.</summary>
internal sealed class KestrelLikeFeatures : IFeatureCollection, IHttpRequestFeature, IEndpointFeature, IRouteValuesFeature
{
    private readonly FeatureCollection _others = new();
    private RouteValueDictionary? _routeValues;

    public bool IsReadOnly => false;

    public int Revision => _others.Revision;

    public string Protocol { get; set; } = "HTTP/1.1";

    public string Scheme { get; set; } = "http";

    public string Method { get; set; } = "GET";

    public string PathBase { get; set; } = "";

    public string Path { get; set; } = "/";

    public string QueryString { get; set; } = "";

    public string RawTarget { get; set; } = "/";

    public IHeaderDictionary Headers { get; set; } = new HeaderDictionary();

    public Stream Body { get; set; } = Stream.Null;

    public Endpoint? Endpoint { get; set; }

    public RouteValueDictionary RouteValues
    {
        get => _routeValues ??= [];
        set => _routeValues = value;
    }

    public object? this[Type key]
    {
        get => key.IsInstanceOfType(this) ? this : _others[key];
        set => _others[key] = value;
    }

    public static HttpContext Context(string method, string path) => new DefaultHttpContext(new KestrelLikeFeatures { Method = method, Path = path });

    public TFeature? Get<TFeature>()
    {
        if (typeof(TFeature) == typeof(IHttpRequestFeature) || typeof(TFeature) == typeof(IEndpointFeature) || typeof(TFeature) == typeof(IRouteValuesFeature))
        {
            var self = this;
            return Unsafe.As<KestrelLikeFeatures, TFeature>(ref self);
        }
        return _others.Get<TFeature>();
    }

    public void Set<TFeature>(TFeature? instance) => _others.Set(instance);

    public IEnumerator<KeyValuePair<Type, object>> GetEnumerator() => _others.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
