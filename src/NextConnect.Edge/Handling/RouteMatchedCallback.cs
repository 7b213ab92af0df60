namespace NextConnect;

/// <summary>Tells a host which route pattern a request matched, before its chain runs.</summary>
internal delegate void RouteMatchedCallback(HttpRequestMessage req, string route);
