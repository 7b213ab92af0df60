namespace NextConnect.Conformance;

/// <summary>Wrong registrations fail where they are written.</summary>
public abstract class RegistrationSuite<TRouter, THandler, TEndpoint>(IRouterHarness<TRouter, THandler, TEndpoint> harness)
    : RouterSuite<TRouter, THandler, TEndpoint>(harness)
    where TRouter : RouterBase<TRouter, THandler, TEndpoint>
    where THandler : Delegate
    where TEndpoint : Delegate
{
    [Fact]
    public void Registration_without_handler_is_refused()
    {
        Should.Throw<ArgumentException>(() => NewRouter().Use(Array.Empty<THandler>())).Message.ShouldContain("'use' has no handler");
        Should.Throw<ArgumentException>(() => NewRouter().Use("/x", Array.Empty<THandler>())).Message.ShouldContain("'use /x' has no handler");
    }

    [Fact]
    public void Null_handler_endpoint_router_or_pattern_is_refused()
    {
        Should.Throw<ArgumentNullException>(() => NewRouter().Use(Pass("a"), [null!]));
        Should.Throw<ArgumentNullException>(() => NewRouter().Use([Pass("a"), null!]));
        Should.Throw<ArgumentNullException>(() => NewRouter().Get("/x", (TEndpoint)null!));
        Should.Throw<ArgumentNullException>(() => NewRouter().Use("/x", (TRouter)null!));
        Should.Throw<ArgumentNullException>(() => NewRouter().Get((RoutePattern)null!, Answer("x")));
    }

    [Fact]
    public void Wrong_pattern_is_refused_by_name() =>
        Should.Throw<ArgumentException>(() => NewRouter().Get("/users/:id(\\d+)", Answer("x"))).Message.ShouldContain("'/users/:id(\\d+)'");

    [Fact]
    public void Every_registration_returns_the_router_itself()
    {
        var router = NewRouter();

        router.Use(Pass("a")).ShouldBeSameAs(router);
        router.Get("/x", Answer("x")).ShouldBeSameAs(router);
        router.Use("/sub", NewRouter().Get("/", Answer("y"))).ShouldBeSameAs(router);
    }
}
