using NextConnect.Conformance;

namespace NextConnect.Node.Tests;

// The parts of the shared suite that the run of a chain decides, on routers whose chains all hold error middleware.

public sealed class NodeWithErrorLayerOrderTests() : OrderSuite<NodeRouter, NodeHandler, NodeEndpoint>(new PassingErrorsOn());

public sealed class NodeWithErrorLayerNextOnceTests() : NextOnceSuite<NodeRouter, NodeHandler, NodeEndpoint>(new PassingErrorsOn());

public sealed class NodeWithErrorLayerForgottenNextTests() : UnobservedNextSuite<NodeRouter, NodeHandler, NodeEndpoint>(new PassingErrorsOn());

public sealed class NodeWithErrorLayerDeepChainTests() : DeepChainSuite<NodeRouter, NodeHandler, NodeEndpoint>(new PassingErrorsOn());

public sealed class NodeWithErrorLayerOwnParamsTests() : OwnParamsSuite<NodeRouter, NodeHandler, NodeEndpoint>(new PassingErrorsOn());

public sealed class NodeWithErrorLayerHandlerOrRunTests() : HandlerOrRunSuite<NodeRouter, NodeHandler, NodeEndpoint>(new PassingErrorsOn());

public sealed class NodeWithErrorLayerErrorTests() : ErrorSuite<NodeRouter, NodeHandler, NodeEndpoint>(new PassingErrorsOn())
{
    protected override NodeEndpoint NullTask() => (_, _) => null!;
}

/// <summary>Sends every request through a router that mounts the one under test between two layers that pass errors on.</summary>
internal sealed class PassingErrorsOn : NodeHarness
{
    private static readonly NodeErrorMiddleware PassOn = (error, req, res, next) => next(error);

    public override Task<TestResponse> SendAsync(NodeRouter router, TestRequest request, TestOptions options) =>
        base.SendAsync(Between(router), request, options);

    public override Task<TestResponse?> RunAsync(NodeRouter router, TestRequest request) => base.RunAsync(Between(router), request);

    private static NodeRouter Between(NodeRouter router) => new NodeRouter().Use(PassOn).Use(router).Use(PassOn, PassOn);
}
