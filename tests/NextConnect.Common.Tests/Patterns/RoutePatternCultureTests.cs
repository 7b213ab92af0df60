using System.Globalization;

namespace NextConnect.Common.Tests;

/// <summary>Case is ordinal: no culture, and no letter beyond the other case of the same letter.</summary>
public sealed class RoutePatternCultureTests
{
    [Theory]
    [InlineData("")]
    [InlineData("tr-TR")]
    [InlineData("az")]
    [InlineData("lt-LT")]
    [InlineData("de-DE")]
    public void Matching_is_the_same_in_every_culture(string name)
    {
        var (culture, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new(name);
        try
        {
            Matches("/id/:x.gif", "/ID/a.GIF").ShouldBeTrue();
            Matches("/ID", "/id").ShouldBeTrue();
            Matches("/id", "/\u0130D").ShouldBeFalse();
            Matches("/id", "/\u0131d").ShouldBeFalse();
            Matches("/key", "/\u212Aey").ShouldBeFalse();
            Matches("/is", "/i\u017F").ShouldBeFalse();
            Matches("/:x.gif", "/a.g\u0131f").ShouldBeFalse();
            Matches("/ss", "/\u00DF").ShouldBeFalse();
            Matches("/caf\u00E9", "/cafe\u0301").ShouldBeFalse();
            Matches("/ab", "/a\u200Bb").ShouldBeFalse();
            Matches("/ab", "/a\u00ADb").ShouldBeFalse();
            Matches("/\u00E9", "/\u00C9").ShouldBeTrue();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui);
        }
    }

    [Theory]
    [InlineData('i')]
    [InlineData('K')]
    [InlineData('s')]
    [InlineData('a')]
    [InlineData('-')]
    public void Of_all_characters_only_the_two_cases_of_a_letter_match_it(char letter)
    {
        var pattern = RoutePattern.Parse($"/{letter}");
        var matching = Enumerable.Range(0, char.MaxValue + 1).Where(character => pattern.Match($"/{(char)character}") is not null);

        matching.ShouldBe(new int[] { char.ToUpperInvariant(letter), char.ToLowerInvariant(letter) }.Distinct());
    }

    private static bool Matches(string pattern, string path) =>
        RoutePattern.Parse(pattern) is var parsed && parsed.Match(path) is not null && parsed.MatchPrefix(path) is not null;
}
