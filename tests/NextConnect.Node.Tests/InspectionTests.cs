namespace NextConnect.Node.Tests;

/// <summary>What <c>Layers</c> and <c>Explain</c> say of the layers that only a <see cref="NodeRouter"/> has: error and mounted middleware.</summary>
public sealed class InspectionTests
{
    [Fact]
    public void Routes_tells_error_middleware_and_mounted_layers_apart_from_others()
    {
        Table().Layers.Select(route => $"{route.HandlesErrors} {route.MountPath ?? "-"} {route}").ShouldBe(
        [
            "False - use",
            "False /files use /files/, mounted at /files",
            "False - use /:org/repos",
            "False /:org/repos GET /:org/repos/:id, mounted at /:org/repos",
            "True /:org/repos use /:org/repos, error middleware, mounted at /:org/repos",
            "True - use /files, error middleware",
            "True - use, error middleware",
        ]);
    }

    [Fact]
    public void A_mount_below_Use_moves_the_whole_base_path_and_a_Use_below_it_moves_no_further()
    {
        var inner = new NodeRouter().Mount("b", new NodeRouter().Use("/c", new NodeRouter().Get("/d", End)));

        new NodeRouter().Use("a", inner).Layers.Single().MountPath.ShouldBe("/a/b");
    }

    [Fact]
    public void Base_path_of_a_mount_that_moves_nothing_is_null()
    {
        new NodeRouter().Mount("/", new NodeRouter().Get("/a", End)).Layers.Single().MountPath.ShouldBeNull();
    }

    [Fact]
    public void Explain_says_that_error_middleware_runs_only_after_an_error()
    {
        Table().Explain("GET", "/acme/repos/7").Layers.Select(layer => layer.Summary).ShouldBe(
        [
            "matches",
            "no: the path has 'acme' where the pattern has 'files'",
            "matches",
            "matches",
            "matches, runs only after an error",
            "no: the path has 'acme' where the pattern has 'files'",
            "matches, runs only after an error",
        ]);
    }

    [Fact]
    public void Text_of_Explain_names_both()
    {
        Table().Explain("GET", "/acme/repos/7").ToString().ShouldBe(
            """
            GET /acme/repos/7
               0  use  (every request)                                        matches
               1  use  /files/, mounted at /files                             no: the path has 'acme' where the pattern has 'files'
               2  use  /:org/repos                                            matches
               3  GET  /:org/repos/:id, mounted at /:org/repos                matches
               4  use  /:org/repos, error middleware, mounted at /:org/repos  matches, runs only after an error
               5  use  /files, error middleware                               no: the path has 'acme' where the pattern has 'files'
               6  use  (every request), error middleware                      matches, runs only after an error
            params: org = "acme", id = "7"
            end: the first route is 'GET /:org/repos/:id, mounted at /:org/repos'
            """);
    }

    private static NodeRouter Table() => new NodeRouter()
        .Use((req, res, next) => next())
        .Mount("/files/", (req, res, next) => next())
        .Mount("/:org/repos", new NodeRouter().Get("/:id", End).Use((error, req, res, next) => next(error)))
        .Use("/files", (error, req, res, next) => next(error))
        .Use((error, req, res, next) => next(error));

    private static NodeEndpoint End => (req, res) => Task.CompletedTask;
}
