namespace NextConnect.Common.Tests;

/// <summary>What is no pattern, and what the message says: the pattern, the position, and what to write instead.</summary>
public sealed class RoutePatternErrorTests
{
    [Theory]
    [InlineData("/a//b", 3, "a segment is empty", "one slash")]
    [InlineData("//", 1, "a segment is empty", "one slash")]
    [InlineData("/a/./b", 3, "no path has a '.' segment", "resolved path")]
    [InlineData("/..", 1, "no path has a '..' segment", "resolved path")]
    [InlineData("/a*", 2, "'*' is inside a segment", "'/files/*'")]
    [InlineData("/a?", 2, "'?' follows static text", "':id?' or '*?'")]
    [InlineData("/a?x=1", 2, "'?' follows static text", "query is not part")]
    [InlineData("/a[b", 2, "'[' is inside a segment", "whole segment")]
    [InlineData("/a]", 2, "']' is inside a segment", "whole segment")]
    [InlineData("/x/{a", 3, "'{' is inside a segment", "whole segment")]
    [InlineData("/a}b", 2, "'}' is inside a segment", "whole segment")]
    [InlineData("/[a", 1, "'[' is inside a segment", "whole segment")]
    [InlineData("/caf%C3%A9", 4, "'%C3' is an escape", "character itself")]
    [InlineData("/a%20b", 2, "'%20' is an escape", "character itself")]
    [InlineData("/a\n", 2, "character U+000A", "control character")]
    [InlineData("/a\u007Fb", 2, "character U+007F", "control character")]
    [InlineData("/:", 2, "a parameter has no name", "':id', '[id]' or '{id}'")]
    [InlineData("/:?", 2, "a parameter has no name", "':id', '[id]' or '{id}'")]
    [InlineData("/:.mp4", 2, "a parameter has no name", "':id', '[id]' or '{id}'")]
    [InlineData("/[]", 2, "a parameter has no name", "':id', '[id]' or '{id}'")]
    [InlineData("/[?]", 2, "a parameter has no name", "':id', '[id]' or '{id}'")]
    [InlineData("/{}", 2, "a parameter has no name", "':id', '[id]' or '{id}'")]
    [InlineData("/[...]", 5, "a parameter has no name", "':id', '[id]' or '{id}'")]
    [InlineData("/[[...]]", 6, "a parameter has no name", "':id', '[id]' or '{id}'")]
    [InlineData("/{*}", 3, "a parameter has no name", "':id', '[id]' or '{id}'")]
    [InlineData("/{**}", 4, "a parameter has no name", "':id', '[id]' or '{id}'")]
    [InlineData("/users/:1a", 8, "'1a' is not a parameter name", "does not start with a digit")]
    [InlineData("/:a-b", 2, "'a-b' is not a parameter name", "letters A to Z")]
    [InlineData("/:é", 2, "'é' is not a parameter name", "letters A to Z")]
    [InlineData("/**", 2, "'*' is not a parameter name", "letters A to Z")]
    [InlineData("/*a-b", 2, "'a-b' is not a parameter name", "letters A to Z")]
    [InlineData("/[[id]]", 2, "'[id' is not a parameter name", "letters A to Z")]
    [InlineData("/:id(\\d+)", 2, "'id(\\d+)' is not a parameter name", "Regex with a named group")]
    [InlineData("/:a:b", 2, "'a:b' is not a parameter name", "one parameter and no constraint")]
    [InlineData("/:from-:to", 2, "'from-:to' is not a parameter name", "one parameter and no constraint")]
    [InlineData("/flights/:from.:to", 15, "':to' is a second parameter", "Regex with a named group for each")]
    [InlineData("/flights/:from?.:to", 16, "':to' is a second parameter", "Regex with a named group for each")]
    [InlineData("/flights/[from].:to", 16, "':to' is a second parameter", "Regex with a named group for each")]
    [InlineData("/:from.x-:to", 9, "':to' is a second parameter", "Regex with a named group for each")]
    [InlineData("/:file.(mp4|:ext)", 12, "':ext' is a second parameter", "Regex with a named group for each")]
    [InlineData("/:file.:_a.:b", 7, "':_a' is a second parameter", "Regex with a named group for each")]
    [InlineData("/{from}.{to}", 8, "'{' is inside a segment", "whole segment")]
    [InlineData("/[from].[to]", 8, "'[' is inside a segment", "whole segment")]
    [InlineData("/:file.*", 7, "'*' is inside a segment", "'/files/*'")]
    [InlineData("/{id:int}", 2, "'id:int' is not a parameter name", "Regex with a named group")]
    [InlineData("/:id?x", 5, "'x' cannot follow a parameter", "':file.mp4'")]
    [InlineData("/[id]x", 5, "'x' cannot follow a parameter", "':file.mp4'")]
    [InlineData("/{a}-{b}", 4, "'-{b}' cannot follow a parameter", "':file.mp4'")]
    [InlineData("/:f.*", 4, "'*' is inside a segment", "'/files/*'")]
    [InlineData("/:f.a?", 5, "'?' follows static text", "':id?' or '*?'")]
    [InlineData("/:f.(a", 3, "one pair of parentheses", "':file.(mp4|mov)'")]
    [InlineData("/:f.a)", 3, "one pair of parentheses", "':file.(mp4|mov)'")]
    [InlineData("/:f.)a(", 3, "one pair of parentheses", "':file.(mp4|mov)'")]
    [InlineData("/:f.(a)(b)", 3, "one pair of parentheses", "':file.(mp4|mov)'")]
    [InlineData("/:f.(a)b)", 3, "one pair of parentheses", "':file.(mp4|mov)'")]
    [InlineData("/:f.(a|)", 4, "an alternative of the extension is empty", "':file.(mp4|mov)'")]
    [InlineData("/:id/:id", 5, "the name 'id' is used twice", "its own name")]
    [InlineData("/:id/[id]/idea", 5, "the name 'id' is used twice", "its own name")]
    [InlineData("/:rest/*rest", 7, "the name 'rest' is used twice", "its own name")]
    public void Message_names_pattern_position_and_remedy(string pattern, int position, string what, string instead)
    {
        var error = Should.Throw<ArgumentException>(() => RoutePattern.Parse(pattern));

        error.Message.ShouldStartWith($"Route pattern '{pattern}', position {position}: ");
        error.Message.ShouldContain(what);
        error.Message.ShouldContain(instead);
    }

    [Fact]
    public void Conversion_reports_the_same_error_where_the_route_is_registered() =>
        Should.Throw<ArgumentException>(() => new TestRouter().Get("/a//b", new TestEndpoint(static () => 1))).Message.ShouldContain("a segment is empty");

    [Fact]
    public void Null_is_no_pattern_and_no_path()
    {
        Should.Throw<ArgumentNullException>(() => RoutePattern.Parse(null!));
        Should.Throw<ArgumentNullException>(() => (RoutePattern)(System.Text.RegularExpressions.Regex)null!);
        Should.Throw<ArgumentNullException>(() => RoutePattern.Parse("/").Match(null!));
        Should.Throw<ArgumentNullException>(() => RoutePattern.Parse("/").MatchPrefix(null!));
    }

    [Fact]
    public void Any_text_is_a_pattern_or_an_ArgumentException()
    {
        var random = new Random(1);
        var parsed = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var text = new string(random.GetItems<char>("/:*?.()|[]{}%2Fa\n", random.Next(12)));
            try
            {
                parsed += RoutePattern.Parse(text).ToString() == text ? 1 : 0;
            }
            catch (ArgumentException error) when (error is not ArgumentOutOfRangeException)
            {
                error.Message.ShouldStartWith($"Route pattern '{text}', position ");
            }
        }
        parsed.ShouldBeInRange(100, 19_900);
    }
}
