using System.Text.RegularExpressions;

namespace NextConnect.Package;

/// <summary>A page that goes through another system's behaviours row by row leaves none out, and each row has a test, a sample or a reason.</summary>
public sealed partial class RowTests
{
    [Theory]
    [InlineData("tests/coverage/rules.md", 'R', 1, 22)]
    [InlineData("tests/coverage/nextjs.md", 'E', 1, 62)]
    [InlineData("tests/coverage/nextjs.md", 'F', 1, 24)]
    [InlineData("tests/coverage/hostile-messages.md", 'T', 23, 34)]
    [InlineData("tests/coverage/hostile-messages.md", 'T', 45, 49)]
    [InlineData("tests/coverage/faults.md", 'H', 1, 47)]
    [InlineData("tests/coverage/connect.md", 'D', 1, 46)]
    [InlineData("tests/coverage/next-connect.md", 'A', 1, 40)]
    public void No_row_is_left_out(string page, char letter, int first, int last)
    {
        var named = Rows(page).SelectMany(cells => Number().Matches(cells[0])).Select(number => number.Value).ToHashSet();

        Enumerable.Range(first, last - first + 1).Select(number => $"{letter}{number}").Where(number => !named.Contains(number)).ShouldBeEmpty();
    }

    [Fact]
    public void No_page_for_users_carries_such_numbers()
    {
        var lines = Markdown.Pages.SelectMany(page => Repository.Read(page).Split('\n').Select(line => $"{page}: {line}"));

        lines.Where(line => line.Contains(": |", StringComparison.Ordinal) && Number().IsMatch(line)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("tests/coverage/rules.md")]
    [InlineData("tests/coverage/nextjs.md")]
    [InlineData("tests/coverage/hostile-messages.md")]
    [InlineData("tests/coverage/faults.md")]
    [InlineData("tests/coverage/connect.md")]
    [InlineData("tests/coverage/next-connect.md")]
    public void Every_row_has_a_test_a_sample_or_a_reason(string page)
    {
        Rows(page).Select(cells => string.Join(" | ", cells)).Where(row => !Answer().IsMatch(row)).ShouldBeEmpty();
    }

    /// <summary>Lists the rows, as cells, that begin with a number such as E12.</summary>
    private static IEnumerable<string[]> Rows(string page) =>
        Repository.Read(page).Split('\n').Where(line => line.StartsWith('|')).Select(line => line.Trim('|', ' ').Split(" | "))
            .Where(cells => Number().IsMatch(cells[0]));

    [GeneratedRegex(@"(?<!\w)[ADEFHRT][0-9]+\b")]
    private static partial Regex Number();

    [GeneratedRegex(@"`\w+\.[A-Z]\w*_\w+`|`\w+(Suite|Tests)`|/samples/|`(tests|bench)/|\| (does not apply|no|no test): ")]
    private static partial Regex Answer();
}
