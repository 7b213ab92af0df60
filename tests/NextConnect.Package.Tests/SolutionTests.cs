namespace NextConnect.Package;

public sealed class SolutionTests
{
    [Fact]
    public void Every_project_is_in_the_solution_so_that_dotnet_test_builds_and_runs_it()
    {
        var solution = Repository.Read("NextConnect.sln").Replace('\\', '/');
        string[] folders = ["src", "tests", "samples", "bench"];
        var projects = folders.SelectMany(folder => Repository.Files(folder, "*.csproj")).ToList();

        projects.ShouldContain("tests/NextConnect.Package.Tests/NextConnect.Package.Tests.csproj");
        projects.ShouldAllBe(project => solution.Contains($"\"{project}\"", StringComparison.Ordinal));
    }
}
