using System.Text.RegularExpressions;

namespace NextConnect.Package;

/// <summary>A page that promises something by the name of a test must name one that exists.</summary>
public sealed partial class NamedTests
{
    private static readonly string[] Tests = [.. Repository.Files("tests", "*.cs").Select(Repository.Read)];

    [Theory]
    [InlineData("SECURITY.md", 10)]
    [InlineData("tests/coverage/faults.md", 40)]
    [InlineData("tests/coverage/nextjs.md", 60)]
    [InlineData("tests/coverage/hostile-messages.md", 30)]
    [InlineData("tests/coverage/connect.md", 40)]
    [InlineData("tests/coverage/next-connect.md", 30)]
    public void Every_test_that_the_page_names_exists(string page, int least)
    {
        var names = TestName().Matches(Repository.Read(page)).ToList();

        names.Count.ShouldBeGreaterThanOrEqualTo(least);
        names.Where(name => !Exists(name.Groups["class"].Value, name.Groups["method"].Value)).Select(name => name.Value).ShouldBeEmpty();
    }

    [Fact]
    public void Every_class_that_the_rules_name_exists()
    {
        var names = ClassName().Matches(Repository.Read("tests/coverage/rules.md")).Select(name => name.Groups["class"].Value).ToList();

        names.Count.ShouldBeGreaterThanOrEqualTo(20);
        names.Where(name => !Array.Exists(Tests, file => Regex.IsMatch(file, $@"class {name}\b"))).ShouldBeEmpty();
    }

    [Fact]
    public void A_test_that_does_not_exist_is_noticed()
    {
        Exists(nameof(NamedTests), nameof(A_test_that_does_not_exist_is_noticed)).ShouldBeTrue();
        Exists(nameof(NamedTests), "No_such" + "_test").ShouldBeFalse();
        Exists(nameof(NamedTests), nameof(SnippetTests.The_README_has_snippets)).ShouldBeFalse();
        Exists("NoSuch" + "Tests", nameof(A_test_that_does_not_exist_is_noticed)).ShouldBeFalse();
    }

    private static bool Exists(string type, string method) => Array.Exists(
        Tests, file => Regex.IsMatch(file, $@"class {type}\b") && Regex.IsMatch(file, $@"public (static |virtual |override )?(async )?(Task|void) {method}\("));

    [GeneratedRegex(@"`(?<class>\w+)\.(?<method>[A-Z]\w*_\w+)`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"`(?<class>\w+(Suite|Tests))\b")]
    private static partial Regex ClassName();
}
