namespace NextConnect.Package;

public sealed class PublicApiTests
{
    [Theory]
    [InlineData("NextConnect.Common")]
    [InlineData("NextConnect.Node")]
    [InlineData("NextConnect.Edge")]
    [InlineData("NextConnect.AspNetCore")]
    public void Public_API_is_the_approved_one(string name)
    {
        var approved = Path.Combine(Repository.Root, "tests/NextConnect.Package.Tests/Api", name + ".txt");
        var received = Path.Combine(AppContext.BaseDirectory, name + ".received.txt");
        var api = PublicApi.Print(Packages.Named(name));
        File.WriteAllText(received, api);

        (File.Exists(approved) ? File.ReadAllText(approved) : "").ShouldBe(
            api, $"The public API of {name} is not the approved one. If the change is meant, accept it and commit the file:\ncp '{received}' '{approved}'\n");
    }

    [Fact]
    public void Printer_shows_what_a_user_must_write()
    {
        var lines = PublicApi.Print(Packages.Node).Split('\n', StringSplitOptions.TrimEntries);

        lines.ShouldContain("delegate Task NodeHandler(HttpRequest req, HttpResponse res, NextHandler next)");
        lines.ShouldContain("NodeErrorHandler? OnError { get; set; }");
        lines.ShouldContain("RequestDelegate Handler(NodeHandlerOptions? options = default)");
        lines.ShouldContain("Task RunAsync(HttpRequest req, HttpResponse res)");
        lines.ShouldContain("static RouteParams get_Params(HttpRequest req)");
        lines.ShouldNotContain(line => line.Contains("NodeRun", StringComparison.Ordinal));
    }
}
