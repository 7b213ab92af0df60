using NextConnect.Conformance.Hosts;

namespace NextConnect.Edge.Tests.Hosts;

public sealed class MemoryHeaderTests() : HostHeaderSuite(new MemoryHost());

public sealed class MemoryBodyTests() : HostBodySuite(new MemoryHost());

public sealed class MemoryStreamingTests() : HostStreamingSuite(new MemoryHost());

public sealed class MemoryAbortTests() : HostAbortSuite(new MemoryHost());

public sealed class MemoryErrorTests() : HostErrorSuite(new MemoryHost());

public sealed class MemoryPathTests() : HostPathSuite(new MemoryHost());

public sealed class MemoryUploadTests() : HostUploadSuite(new MemoryHost());
