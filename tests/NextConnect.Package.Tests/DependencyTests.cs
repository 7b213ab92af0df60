using System.Reflection;
using System.Text.RegularExpressions;

namespace NextConnect.Package;

public sealed partial class DependencyTests
{
    /// <summary>Plain packages that stand on the base class library alone.</summary>
    private static readonly string[] EdgePackages =
    [
        "Microsoft.AspNetCore.WebUtilities", "Microsoft.Extensions.Caching.Abstractions", "Microsoft.Extensions.Logging.Abstractions",
        "Microsoft.Net.Http.Headers",
    ];

    [Fact]
    public void Common_knows_nothing_but_the_base_class_library_and_no_HTTP_type()
    {
        ReferencesOf(Packages.Common).ShouldAllBe(name => name.StartsWith("System.", StringComparison.Ordinal));
        ReferencesOf(Packages.Common).ShouldNotContain("System.Net.Http");
    }

    [Fact]
    public void Edge_knows_no_ASP_NET_Core_beyond_its_plain_packages()
    {
        string[] allowed = [.. EdgePackages, "Microsoft.Extensions.Primitives", "NextConnect.Common"]; // the header types show Primitives' StringSegment
        ReferencesOf(Packages.Edge).ShouldAllBe(name => name.StartsWith("System.", StringComparison.Ordinal) || allowed.Contains(name));
        Repository.Read("src/NextConnect.Edge/NextConnect.Edge.csproj").ShouldNotContain("FrameworkReference");
        ReferencesOf(Packages.Edge).ShouldContain("System.Net.Http");
    }

    [Fact]
    public void Node_and_Edge_never_know_each_other()
    {
        OwnReferencesOf(Packages.Node).ShouldBe(["NextConnect.Common"]);
        OwnReferencesOf(Packages.Edge).ShouldBe(["NextConnect.Common"]);
    }

    [Fact]
    public void AspNetCore_knows_both_and_what_they_share()
    {
        OwnReferencesOf(Packages.AspNetCore).ShouldBe(["NextConnect.Common", "NextConnect.Edge", "NextConnect.Node"]);
    }

    [Fact]
    public void No_package_depends_on_another_one_from_outside_but_Edge_on_those_that_the_decision_names()
    {
        var decision = Repository.Read("docs/decisions/dependencies.md");
        foreach (var project in Repository.Files("src", "*.csproj"))
        {
            var packages = PackageReference().Matches(Repository.Read(project)).Select(reference => reference.Groups[1].Value);
            var allowed = project.EndsWith("NextConnect.Edge.csproj", StringComparison.Ordinal) ? EdgePackages : [];
            packages.Order(StringComparer.Ordinal).ToArray().ShouldBe(allowed, customMessage: project);
        }
        foreach (var package in EdgePackages)
            decision.ShouldContain(package);
    }

    [Fact]
    public void Every_public_type_is_in_the_namespace_NextConnect()
    {
        Packages.All.SelectMany(assembly => assembly.GetExportedTypes()).ShouldAllBe(type => type.Namespace == "NextConnect");
    }

    [GeneratedRegex("<PackageReference Include=\"([^\"]*)\"")]
    private static partial Regex PackageReference();

    private static IEnumerable<string> ReferencesOf(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name!).Where(name => name != "System.Runtime").Order(StringComparer.Ordinal);

    private static IEnumerable<string> OwnReferencesOf(Assembly assembly) =>
        ReferencesOf(assembly).Where(name => name.StartsWith("NextConnect.", StringComparison.Ordinal));
}
