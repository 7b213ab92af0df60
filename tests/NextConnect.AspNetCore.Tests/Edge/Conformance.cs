using NextConnect.Conformance.Hosts;

namespace NextConnect.AspNetCore.Tests;

public sealed class MiddlewareHeaderTests() : HostHeaderSuite(new KestrelHost(asEndpoint: false));

public sealed class MiddlewareBodyTests() : HostBodySuite(new KestrelHost(asEndpoint: false));

public sealed class MiddlewareStreamingTests() : HostStreamingSuite(new KestrelHost(asEndpoint: false));

public sealed class MiddlewareAbortTests() : HostAbortSuite(new KestrelHost(asEndpoint: false));

public sealed class MiddlewareErrorTests() : HostErrorSuite(new KestrelHost(asEndpoint: false));

public sealed class MiddlewarePathTests() : HostPathSuite(new KestrelHost(asEndpoint: false));

public sealed class EndpointHeaderTests() : HostHeaderSuite(new KestrelHost(asEndpoint: true));

public sealed class EndpointBodyTests() : HostBodySuite(new KestrelHost(asEndpoint: true));

public sealed class EndpointStreamingTests() : HostStreamingSuite(new KestrelHost(asEndpoint: true));

public sealed class EndpointAbortTests() : HostAbortSuite(new KestrelHost(asEndpoint: true));

public sealed class EndpointErrorTests() : HostErrorSuite(new KestrelHost(asEndpoint: true));

public sealed class EndpointPathTests() : HostPathSuite(new KestrelHost(asEndpoint: true));
