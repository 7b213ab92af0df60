using NextConnect.Conformance.Hosts;

namespace NextConnect.Edge.Tests.Hosts;

public sealed class OwnHostHeaderTests() : HostHeaderSuite(new OwnHost());

public sealed class OwnHostPathTests() : HostPathSuite(new OwnHost());
