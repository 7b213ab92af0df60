namespace NextConnect.Edge.Tests.Requests;

public sealed class QueryTests
{
    [Theory]
    [InlineData("http://test/search?query=hello")]
    [InlineData("/search?query=hello#part")]
    public void Query_reads_a_value_of_an_absolute_and_of_a_relative_URI(string target)
    {
        using var req = new HttpRequestMessage(HttpMethod.Get, new Uri(target, UriKind.RelativeOrAbsolute));

        req.Query["query"].ShouldBe("hello");
        req.Query["other"].ShouldBeNull();
    }

    [Fact]
    public void Query_keeps_all_values_and_their_order()
    {
        using var req = new HttpRequestMessage(HttpMethod.Get, "http://test/?b=2&a=1&b=3&empty=&flag");

        req.Query.All("b").ShouldBe(["2", "3"]);
        req.Query.Select(entry => entry.Key).ShouldBe(["b", "a", "b", "empty", "flag"]);
        req.Query["flag"].ShouldBe("");
        req.Query.Count.ShouldBe(5);
        req.Query[1].Value.ShouldBe("1");
    }

    [Fact]
    public void Query_decodes_once_and_leaves_broken_escapes_as_they_are()
    {
        using var req = new HttpRequestMessage(HttpMethod.Get, "/?a=x%20y+z&b=%2541&c=%zz&d=%C3%A9");

        req.Query.Select(entry => entry.Value).ShouldBe(["x y z", "%41", "%zz", "é"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("/plain")]
    [InlineData("http://test/")]
    public void Query_of_a_URI_without_one_is_empty(string? target)
    {
        using var req = new HttpRequestMessage(HttpMethod.Get, target);

        req.Query.ShouldBeEmpty();
    }
}
