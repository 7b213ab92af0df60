using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using NextConnect.Conformance.Hosts;

namespace NextConnect.AspNetCore.Tests;

public sealed class MemoryDifferentialTests() : HostDifferentialSuite(new MemoryHost(), new KestrelHost(HostedAs.Delegate));

public sealed class EndpointDifferentialTests() : HostDifferentialSuite(new KestrelHost(HostedAs.Endpoint), new KestrelHost(HostedAs.Delegate));

public sealed class MiddlewareDifferentialTests() : HostDifferentialSuite(new KestrelHost(HostedAs.Middleware), new KestrelHost(HostedAs.Delegate))
{
    protected override IReadOnlyCollection<string> LeftOut => Unhandled;
}

public sealed class Http2DifferentialTests() : HostDifferentialSuite(
    new KestrelHost(HostedAs.Delegate, HttpProtocols.Http2), new KestrelHost(HostedAs.Delegate))
{
    protected override Version Version => HttpVersion.Version20;

    protected override Version OtherVersion => HttpVersion.Version11;

    protected override IReadOnlyCollection<string> LeftOut => ["/trailers"];
}

public sealed class Http2MemoryDifferentialTests() : HostDifferentialSuite(new MemoryHost(), new KestrelHost(HostedAs.Delegate, HttpProtocols.Http2))
{
    protected override Version Version => HttpVersion.Version20;
}

public sealed class Http2TestServerDifferentialTests() : HostDifferentialSuite(
    new TestServerHost(), new KestrelHost(HostedAs.Delegate, HttpProtocols.Http2))
{
    protected override Version Version => HttpVersion.Version20;
}
