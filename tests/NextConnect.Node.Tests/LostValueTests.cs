using Microsoft.AspNetCore.Http;

namespace NextConnect.Node.Tests;

/// <summary>A method that returns a value converts to a handler of <see cref="NodeRouter"/>, which would drop the value.</summary>
public sealed class LostValueTests
{
    [Fact]
    public void Endpoint_that_returns_a_value_is_refused_by_name()
    {
        var error = Should.Throw<ArgumentException>(() => new NodeRouter().Get("/x", CountUsers));

        error.Message.ShouldContain("'CountUsers'");
        error.Message.ShouldContain("Int32");
        error.Message.ShouldContain("NodeRouter<TResult>");
    }

    [Fact]
    public void Handler_that_returns_a_value_is_refused_by_name() =>
        Should.Throw<ArgumentException>(() => new NodeRouter().Use(AddOne)).Message.ShouldContain("'AddOne'");

    [Fact]
    public void Methods_without_a_value_are_taken() => Should.NotThrow(() => new NodeRouter().Use(GoOn).Get("/x", Answer));

    private static Task<int> CountUsers(HttpRequest req, HttpResponse res) => Task.FromResult(1);

    private static Task<int> AddOne(HttpRequest req, HttpResponse res, NextHandler next) => Task.FromResult(1);

    private static Task GoOn(HttpRequest req, HttpResponse res, NextHandler next) => next();

    private static Task Answer(HttpRequest req, HttpResponse res) => Task.CompletedTask;
}
