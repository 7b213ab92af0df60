using System.Globalization;
using System.Text.RegularExpressions;

namespace NextConnect.Package;

/// <summary>Editors only draw the line that .editorconfig sets; this keeps it.</summary>
public sealed partial class LineLengthTests
{
    private static readonly int Limit = int.Parse(Setting().Match(Repository.Read(".editorconfig")).Groups["number"].Value, CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    [InlineData("samples")]
    [InlineData("bench")]
    public void No_line_is_longer_than_the_editorconfig_says(string folder)
    {
        Repository.Files(folder, "*.cs").SelectMany(file => TooLong(file, Repository.Read(file))).ShouldBeEmpty();
    }

    [Fact]
    public void A_line_that_is_too_long_is_named()
    {
        var text = $"{new string('a', Limit)}\n{new string('b', Limit + 1)}\r\nc\n";

        TooLong("src/X.cs", text).ShouldBe([$"src/X.cs:2: {Limit + 1} characters, {Limit} are allowed"]);
    }

    private static IEnumerable<string> TooLong(string file, string text) =>
        from line in text.Split('\n').Select(line => line.TrimEnd('\r')).Index()
        where line.Item.Length > Limit
        select $"{file}:{line.Index + 1}: {line.Item.Length} characters, {Limit} are allowed";

    [GeneratedRegex(@"^\[\*\.cs\][^\[]*^max_line_length = (?<number>[0-9]+)$", RegexOptions.Multiline)]
    private static partial Regex Setting();
}
