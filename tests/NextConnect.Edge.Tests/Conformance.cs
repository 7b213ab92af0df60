using NextConnect.Conformance;

namespace NextConnect.Edge.Tests;

// The shared suite on EdgeRouter: one class per topic, nothing else here.

public sealed class EdgeOrderTests() : OrderSuite<EdgeRouter<EdgeContext>, EdgeHandler<EdgeContext>, EdgeEndpoint<EdgeContext>>(new EdgeHarness());

public sealed class EdgeNextOnceTests() : NextOnceSuite<EdgeRouter<EdgeContext>, EdgeHandler<EdgeContext>, EdgeEndpoint<EdgeContext>>(new EdgeHarness());

public sealed class EdgeForgottenNextTests() : ForgottenNextSuite<EdgeRouter<EdgeContext>, EdgeHandler<EdgeContext>, EdgeEndpoint<EdgeContext>>(new EdgeHarness());

public sealed class EdgeDeepChainTests() : DeepChainSuite<EdgeRouter<EdgeContext>, EdgeHandler<EdgeContext>, EdgeEndpoint<EdgeContext>>(new EdgeHarness());

public sealed class EdgeUseTests() : UseSuite<EdgeRouter<EdgeContext>, EdgeHandler<EdgeContext>, EdgeEndpoint<EdgeContext>>(new EdgeHarness());

public sealed class EdgeMethodTests() : MethodSuite<EdgeRouter<EdgeContext>, EdgeHandler<EdgeContext>, EdgeEndpoint<EdgeContext>>(new EdgeHarness());

public sealed class EdgeParamsTests() : ParamsSuite<EdgeRouter<EdgeContext>, EdgeHandler<EdgeContext>, EdgeEndpoint<EdgeContext>>(new EdgeHarness());

public sealed class EdgeMountTests() : MountSuite<EdgeRouter<EdgeContext>, EdgeHandler<EdgeContext>, EdgeEndpoint<EdgeContext>>(new EdgeHarness());

public sealed class EdgeFreezeTests() : FreezeSuite<EdgeRouter<EdgeContext>, EdgeHandler<EdgeContext>, EdgeEndpoint<EdgeContext>>(new EdgeHarness());

public sealed class EdgeHandlerOrRunTests() : HandlerOrRunSuite<EdgeRouter<EdgeContext>, EdgeHandler<EdgeContext>, EdgeEndpoint<EdgeContext>>(new EdgeHarness());

public sealed class EdgeNotFoundTests() : NotFoundSuite<EdgeRouter<EdgeContext>, EdgeHandler<EdgeContext>, EdgeEndpoint<EdgeContext>>(new EdgeHarness());

public sealed class EdgeAllowTests() : AllowSuite<EdgeRouter<EdgeContext>, EdgeHandler<EdgeContext>, EdgeEndpoint<EdgeContext>>(new EdgeHarness());

public sealed class EdgeHeaderBlindTests() : HeaderBlindSuite<EdgeRouter<EdgeContext>, EdgeHandler<EdgeContext>, EdgeEndpoint<EdgeContext>>(new EdgeHarness());

public sealed class EdgeBadPathTests() : BadPathSuite<EdgeRouter<EdgeContext>, EdgeHandler<EdgeContext>, EdgeEndpoint<EdgeContext>>(new EdgeHarness());

public sealed class EdgeRegistrationTests() : RegistrationSuite<EdgeRouter<EdgeContext>, EdgeHandler<EdgeContext>, EdgeEndpoint<EdgeContext>>(new EdgeHarness());

public sealed class EdgeErrorTests() : ErrorSuite<EdgeRouter<EdgeContext>, EdgeHandler<EdgeContext>, EdgeEndpoint<EdgeContext>>(new EdgeHarness())
{
    protected override EdgeEndpoint<EdgeContext> NullTask() => (_, _) => null!;
}

public sealed class EdgeUpstreamTests() : UpstreamSuite<EdgeRouter<EdgeContext>, EdgeHandler<EdgeContext>, EdgeEndpoint<EdgeContext>>(new EdgeHarness());

public sealed class EdgeInspectionTests() : InspectionSuite<EdgeRouter<EdgeContext>, EdgeHandler<EdgeContext>, EdgeEndpoint<EdgeContext>>(new EdgeHarness());
