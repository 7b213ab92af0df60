using Microsoft.AspNetCore.Http;

namespace NextConnect.Node.Tests;

/// <summary>
/// A method that returns a value converts to a handler of <see cref="NodeRouter"/>, which would drop the value. Most calls do not compile; a delegate tells it
/// at its registration.
/// </summary>
public sealed class LostValueTests
{
    [Fact]
    public void Endpoint_that_returns_a_value_is_refused_by_name()
    {
        NodeEndpoint endpoint = CountUsers;

        var error = Should.Throw<ArgumentException>(() => new NodeRouter().Get("/x", endpoint));

        error.Message.ShouldContain("'CountUsers'");
        error.Message.ShouldContain("Int32");
        error.Message.ShouldContain("NodeRouter<TResult>");
    }

    [Fact]
    public void Handler_that_returns_a_value_is_refused_by_name()
    {
        NodeHandler middleware = AddOne;

        Should.Throw<ArgumentException>(() => new NodeRouter().Use(middleware)).Message.ShouldContain("'AddOne'");
        Should.Throw<ArgumentException>(() => new NodeRouter().Get("/x", AddOne)).Message.ShouldContain("'AddOne'");
    }

    [Fact]
    public void Methods_without_a_value_are_taken() => Should.NotThrow(() => new NodeRouter().Use(GoOn).Get("/x", Answer));

    private static Task<int> CountUsers(HttpRequest req, HttpResponse res) => Task.FromResult(1);

    private static Task<int> AddOne(HttpRequest req, HttpResponse res, NextHandler next) => Task.FromResult(1);

    private static Task GoOn(HttpRequest req, HttpResponse res, NextHandler next) => next();

    private static Task Answer(HttpRequest req, HttpResponse res) => Task.CompletedTask;
}
