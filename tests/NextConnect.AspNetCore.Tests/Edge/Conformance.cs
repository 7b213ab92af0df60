using NextConnect.Conformance.Hosts;

namespace NextConnect.AspNetCore.Tests;

public sealed class MiddlewareHeaderTests() : HostHeaderSuite(new KestrelHost(HostedAs.Middleware));

public sealed class MiddlewareBodyTests() : HostBodySuite(new KestrelHost(HostedAs.Middleware));

public sealed class MiddlewareStreamingTests() : HostStreamingSuite(new KestrelHost(HostedAs.Middleware));

public sealed class MiddlewareAbortTests() : HostAbortSuite(new KestrelHost(HostedAs.Middleware));

public sealed class MiddlewareErrorTests() : HostErrorSuite(new KestrelHost(HostedAs.Middleware));

public sealed class MiddlewarePathTests() : HostPathSuite(new KestrelHost(HostedAs.Middleware));

public sealed class EndpointHeaderTests() : HostHeaderSuite(new KestrelHost(HostedAs.Endpoint));

public sealed class EndpointBodyTests() : HostBodySuite(new KestrelHost(HostedAs.Endpoint));

public sealed class EndpointStreamingTests() : HostStreamingSuite(new KestrelHost(HostedAs.Endpoint));

public sealed class EndpointAbortTests() : HostAbortSuite(new KestrelHost(HostedAs.Endpoint));

public sealed class EndpointErrorTests() : HostErrorSuite(new KestrelHost(HostedAs.Endpoint));

public sealed class EndpointPathTests() : HostPathSuite(new KestrelHost(HostedAs.Endpoint));

public sealed class MiddlewareUploadTests() : HostUploadSuite(new KestrelHost(HostedAs.Middleware));

public sealed class EndpointUploadTests() : HostUploadSuite(new KestrelHost(HostedAs.Endpoint));

public sealed class TestServerHeaderTests() : HostHeaderSuite(new TestServerHost());

public sealed class TestServerBodyTests() : HostBodySuite(new TestServerHost());

public sealed class TestServerUploadTests() : HostUploadSuite(new TestServerHost());
