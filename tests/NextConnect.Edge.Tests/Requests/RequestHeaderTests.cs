using static NextConnect.Edge.Tests.Support.InMemory;

namespace NextConnect.Edge.Tests.Requests;

public sealed class RequestHeaderTests
{
    [Theory]
    [InlineData("Bearer abc.def", "abc.def")]
    [InlineData("bearer  abc", "abc")]
    [InlineData("Basic abc", null)]
    [InlineData("Bearer", null)]
    [InlineData("", null)]
    public void BearerToken_is_the_parameter_of_that_scheme_only(string header, string? token)
    {
        using var req = Get("/", ("Authorization", header));

        req.BearerToken.ShouldBe(token);
    }

    [Fact]
    public void BearerToken_is_null_without_the_header_and_with_two_of_them()
    {
        using var none = Get("/");
        using var two = Get("/", ("Authorization", "Bearer a"), ("Authorization", "Bearer b"));

        none.BearerToken.ShouldBeNull();
        two.BearerToken.ShouldBeNull();
    }

    [Fact]
    public void LastEventId_is_the_id_a_reconnecting_client_sends()
    {
        using var first = Get("/");
        using var again = Get("/", ("Last-Event-ID", "42"));

        first.LastEventId.ShouldBeNull();
        again.LastEventId.ShouldBe("42");
    }
}
