using NextConnect.Conformance;

namespace NextConnect.Edge.Tests;

// The shared suite on EdgeRouter: one class per topic, nothing else here.

public sealed class EdgeOrderTests() : OrderSuite<EdgeRouter, EdgeHandler, EdgeEndpoint>(new EdgeHarness());

public sealed class EdgeNextOnceTests() : NextOnceSuite<EdgeRouter, EdgeHandler, EdgeEndpoint>(new EdgeHarness());

public sealed class EdgeForgottenNextTests() : UnobservedNextSuite<EdgeRouter, EdgeHandler, EdgeEndpoint>(new EdgeHarness());

public sealed class EdgeDeepChainTests() : DeepChainSuite<EdgeRouter, EdgeHandler, EdgeEndpoint>(new EdgeHarness());

public sealed class EdgeUseTests() : UseSuite<EdgeRouter, EdgeHandler, EdgeEndpoint>(new EdgeHarness());

public sealed class EdgeMethodTests() : MethodSuite<EdgeRouter, EdgeHandler, EdgeEndpoint>(new EdgeHarness());

public sealed class EdgeParamsTests() : ParamsSuite<EdgeRouter, EdgeHandler, EdgeEndpoint>(new EdgeHarness());

public sealed class EdgeOwnParamsTests() : OwnParamsSuite<EdgeRouter, EdgeHandler, EdgeEndpoint>(new EdgeHarness());

public sealed class EdgeIsolatedTests() : IsolatedSuite<EdgeRouter, EdgeHandler, EdgeEndpoint>(new EdgeHarness());

public sealed class EdgeRouteTests() : RouteSuite<EdgeRouter, EdgeHandler, EdgeEndpoint>(new EdgeHarness());

public sealed class EdgeMountTests() : MountSuite<EdgeRouter, EdgeHandler, EdgeEndpoint>(new EdgeHarness());

public sealed class EdgeFreezeTests() : FreezeSuite<EdgeRouter, EdgeHandler, EdgeEndpoint>(new EdgeHarness());

public sealed class EdgeHandlerOrRunTests() : HandlerOrRunSuite<EdgeRouter, EdgeHandler, EdgeEndpoint>(new EdgeHarness());

public sealed class EdgeNotFoundTests() : NotFoundSuite<EdgeRouter, EdgeHandler, EdgeEndpoint>(new EdgeHarness());

public sealed class EdgeAllowTests() : AllowSuite<EdgeRouter, EdgeHandler, EdgeEndpoint>(new EdgeHarness());

public sealed class EdgeHeaderBlindTests() : HeaderBlindSuite<EdgeRouter, EdgeHandler, EdgeEndpoint>(new EdgeHarness());

public sealed class EdgeBadPathTests() : BadPathSuite<EdgeRouter, EdgeHandler, EdgeEndpoint>(new EdgeHarness());

public sealed class EdgeRegistrationTests() : RegistrationSuite<EdgeRouter, EdgeHandler, EdgeEndpoint>(new EdgeHarness());

public sealed class EdgeErrorTests() : ErrorSuite<EdgeRouter, EdgeHandler, EdgeEndpoint>(new EdgeHarness())
{
    protected override EdgeEndpoint NullTask() => (_, _) => null!;
}

public sealed class EdgeUpstreamTests() : UpstreamSuite<EdgeRouter, EdgeHandler, EdgeEndpoint>(new EdgeHarness());

public sealed class EdgeInspectionTests() : InspectionSuite<EdgeRouter, EdgeHandler, EdgeEndpoint>(new EdgeHarness());
