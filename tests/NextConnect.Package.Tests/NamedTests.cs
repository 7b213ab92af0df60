using System.Text.RegularExpressions;

namespace NextConnect.Package;

/// <summary>A page that promises something by the name of a test must name one that exists.</summary>
public sealed partial class NamedTests
{
    private static readonly string Tests = string.Join('\n', Repository.Files("tests", "*.cs").Select(Repository.Read));

    [Theory]
    [InlineData("SECURITY.md", 10)]
    [InlineData("docs/faults.md", 40)]
    public void Every_test_that_the_page_names_exists(string page, int least)
    {
        var names = TestName().Matches(Repository.Read(page)).ToList();

        names.Count.ShouldBeGreaterThanOrEqualTo(least);
        names.Where(name => !Exists(name.Groups["class"].Value, name.Groups["method"].Value)).Select(name => name.Value).ShouldBeEmpty();
    }

    [Fact]
    public void A_test_that_does_not_exist_is_noticed()
    {
        Exists(nameof(NamedTests), "No_such" + "_test").ShouldBeFalse();
        Exists("NoSuch" + "Tests", nameof(A_test_that_does_not_exist_is_noticed)).ShouldBeFalse();
    }

    private static bool Exists(string type, string method) =>
        Regex.IsMatch(Tests, $@"class {type}\b") && Regex.IsMatch(Tests, $@"public (static )?(async )?(Task|void) {method}\(");

    [GeneratedRegex(@"`(?<class>\w+)\.(?<method>[A-Z]\w*_\w+)`")]
    private static partial Regex TestName();
}
