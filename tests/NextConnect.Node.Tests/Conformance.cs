using NextConnect.Conformance;

namespace NextConnect.Node.Tests;

// The shared suite on NodeRouter: one class per topic, nothing else here.

public sealed class NodeOrderTests() : OrderSuite<NodeRouter, NodeHandler, NodeEndpoint>(new NodeHarness());

public sealed class NodeNextOnceTests() : NextOnceSuite<NodeRouter, NodeHandler, NodeEndpoint>(new NodeHarness());

public sealed class NodeForgottenNextTests() : UnobservedNextSuite<NodeRouter, NodeHandler, NodeEndpoint>(new NodeHarness());

public sealed class NodeDeepChainTests() : DeepChainSuite<NodeRouter, NodeHandler, NodeEndpoint>(new NodeHarness());

public sealed class NodeUseTests() : UseSuite<NodeRouter, NodeHandler, NodeEndpoint>(new NodeHarness());

public sealed class NodeMethodTests() : MethodSuite<NodeRouter, NodeHandler, NodeEndpoint>(new NodeHarness());

public sealed class NodeParamsTests() : ParamsSuite<NodeRouter, NodeHandler, NodeEndpoint>(new NodeHarness());

public sealed class NodeOwnParamsTests() : OwnParamsSuite<NodeRouter, NodeHandler, NodeEndpoint>(new NodeHarness());

public sealed class NodeIsolatedTests() : IsolatedSuite<NodeRouter, NodeHandler, NodeEndpoint>(new NodeHarness());

public sealed class NodeRouteTests() : RouteSuite<NodeRouter, NodeHandler, NodeEndpoint>(new NodeHarness());

public sealed class NodeMountTests() : MountSuite<NodeRouter, NodeHandler, NodeEndpoint>(new NodeHarness());

public sealed class NodeFreezeTests() : FreezeSuite<NodeRouter, NodeHandler, NodeEndpoint>(new NodeHarness());

public sealed class NodeHandlerOrRunTests() : HandlerOrRunSuite<NodeRouter, NodeHandler, NodeEndpoint>(new NodeHarness());

public sealed class NodeNotFoundTests() : NotFoundSuite<NodeRouter, NodeHandler, NodeEndpoint>(new NodeHarness());

public sealed class NodeAllowTests() : AllowSuite<NodeRouter, NodeHandler, NodeEndpoint>(new NodeHarness());

public sealed class NodeHeaderBlindTests() : HeaderBlindSuite<NodeRouter, NodeHandler, NodeEndpoint>(new NodeHarness());

public sealed class NodeBadPathTests() : BadPathSuite<NodeRouter, NodeHandler, NodeEndpoint>(new NodeHarness());

public sealed class NodeRegistrationTests() : RegistrationSuite<NodeRouter, NodeHandler, NodeEndpoint>(new NodeHarness());

public sealed class NodeErrorTests() : ErrorSuite<NodeRouter, NodeHandler, NodeEndpoint>(new NodeHarness())
{
    protected override NodeEndpoint NullTask() => (_, _) => null!;
}

public sealed class NodeUpstreamTests() : UpstreamSuite<NodeRouter, NodeHandler, NodeEndpoint>(new NodeHarness());

public sealed class NodeInspectionTests() : InspectionSuite<NodeRouter, NodeHandler, NodeEndpoint>(new NodeHarness());
