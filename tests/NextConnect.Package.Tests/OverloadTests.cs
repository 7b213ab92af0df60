using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NextConnect.Package;

/// <summary>Which calls compile, by the compiler itself: what a user writes first, and what must not pass unnoticed.</summary>
public sealed class OverloadTests
{
    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    [Theory]
    [InlineData("node.Get(\"/x\", NodeGuard, NodeGuard, (req, res) => res.SendAsync(\"\"));")]
    [InlineData("node.Get(\"/x\", NodeGuard, async (req, res) => await res.SendAsync(\"\"));")]
    [InlineData("node.Get(\"/x\", (req, res, next) => next(), (req, res) => res.SendAsync(\"\"));")]
    [InlineData("node.Get(\"/x\", [NodeGuard, NodeGuard, NodeGuard], (req, res) => res.SendAsync(\"\"));")]
    [InlineData("node.Post(NodeGuard, (req, res) => res.SendAsync(\"\"));")]
    [InlineData("node.Post(NodeGuard, NodeGuard, (req, res) => res.SendAsync(\"\"));")]
    [InlineData("node.Get(\"/x\", NodeGuard, NodeGuard, NodeGuard, NodeGuard);")]
    [InlineData("node.Use([NodeGuard, NodeGuard]); node.Use(\"/x\", new NodeHandler[] { NodeGuard });")]
    [InlineData("node.Use(\"/x\", NodeGuard, (req, res, next) => next()).Use((error, req, res, next) => next(error));")]
    [InlineData("node.Use(\"/x\", new NodeRouter(), new NodeRouter()).Mount(\"/y\", new NodeRouter()).Mount(\"/z\", NodeGuard);")]
    [InlineData("edge.Get(\"/x\", EdgeGuard, EdgeGuard, (req, ctx) => EdgeResponse.Empty());")]
    [InlineData("edge.Get(\"/x\", EdgeGuard, EdgeGuard, async (req, ctx) => { await Task.Yield(); return EdgeResponse.Empty(); });")]
    [InlineData("edge.Get(\"/x\", [EdgeGuard, EdgeMiddleware.ETag(), EdgeGuard], (req, ctx) => EdgeResponse.Empty());")]
    [InlineData("edge.Post(EdgeGuard, (req, ctx) => EdgeResponse.Empty()).Post(EdgeGuard, EdgeGuard, (req, ctx) => Task.FromResult(EdgeResponse.Empty()));")]
    [InlineData("edge.Get(\"/x\", (req, ctx) => throw new InvalidOperationException());")]
    [InlineData("edge.Get(\"/x\", EdgeMethod).Get(\"/y\", EdgeTaskMethod);")]
    [InlineData("new NodeRouter<int>().Use(async (req, res, next) => await next() + 1).Get(\"/\", (req, res) => Task.FromResult(1));")]
    [InlineData("node.ListenAsync(); node.ListenAsync(\"http://a\", \"http://b\"); node.ListenAsync([\"http://a\"], new() { HandleOptions = true });")]
    [InlineData("node.Get(\"/x\", (req, res) => res.WriteAsync(\"\")).Get((req, res) => throw new InvalidOperationException());")]
    [InlineData("node.Get(\"/x\", async (req, res) => throw new InvalidOperationException()).Get(\"/y\", async (req, res) => { await Task.FromResult(1); });")]
    [InlineData("node.Get(\"/x\", NodeGuard, NodeGuard, async (req, res) => { await Task.FromResult(1); }).Get(\"/y\", NodeEnd).Get(NodeGuard, NodeEnd);")]
    [InlineData("node.Use(async (req, res, next) => { await next(); await Task.FromResult(1); }).Use(async (req, res, next) => await next());")]
    [InlineData("node.Use((req, res, next) => throw new InvalidOperationException()).Use(\"/x\", (req, res, next) => Task.CompletedTask);")]
    [InlineData("node.Get(\"/x\", (req, res) => req.Path == \"\" ? Task.FromResult(1) : Task.CompletedTask).Add(\"QUERY\", \"/x\", NodeEnd);")]
    [InlineData("node.Mount(\"/x\", NodeGuard, (req, res, next) => next()).Mount(\"/x\", (error, req, res, next) => next(error));")]
    [InlineData("new NodeRouter<int>().Use((req, res, next) => next()).All(\"/x\", async (req, res) => await Task.FromResult(1));")]
    [InlineData("edge.Use(EdgeGuard, (req, ctx, next) => next()).Use(\"/x\", new EdgeRouter(), new EdgeRouter()).Use(new EdgeRouter());")]
    [InlineData("edge.ListenAsync(); edge.ListenAsync(\"http://a\"); edge.ListenAsync([\"http://a\"], cancellationToken: CancellationToken.None);")]
    [InlineData("edge.ListenAsync(); edge.ListenAsync(\"http://a\"); edge.ListenAsync([\"http://a\"], onListening: _ => { });")]
    [InlineData("edge.ListenAsync([\"http://a\"]); node.ListenAsync([\"http://a\"]); node.ListenAsync([\"http://a\"], onListening: _ => { });")]
    public void It_compiles(string code) => ErrorsOf(code).ShouldBeEmpty();

    [Theory]
    [InlineData("node.Use();")]
    [InlineData("node.Use(\"/x\");")]
    [InlineData("node.Get();")]
    [InlineData("node.Get(\"/x\");")]
    [InlineData("node.Add(\"QUERY\");")]
    [InlineData("node.Mount(\"/y\");")]
    [InlineData("edge.Use();")]
    [InlineData("edge.Use(\"/x\");")]
    [InlineData("edge.Get();")]
    [InlineData("edge.Post(\"/x\");")]
    [InlineData("node.Get(\"/x\", (req, res) => { res.StatusCode = 204; });")]
    [InlineData("edge.Get(\"/x\", (req, ctx) => \"text\");")]
    public void It_does_not_compile(string code) => ErrorsOf(code).ShouldNotBeEmpty();

    [Theory]
    [InlineData("node.Use((req, res) => res.SendAsync(\"\"));")]
    [InlineData("node.Use(\"/x\", (req, res) => res.SendAsync(\"\"));")]
    [InlineData("node.Use(\"/x\", async (req, res) => await res.SendAsync(\"\")).Use(NodeEnd);")]
    [InlineData("new NodeRouter<int>().Use(\"/x\", (req, res) => Task.FromResult(1));")]
    [InlineData("edge.Use((req, ctx) => EdgeResponse.Empty());")]
    [InlineData("edge.Use(\"/x\", (req, ctx) => EdgeResponse.Empty());")]
    [InlineData("node.Use(NodeGuard, (req, res) => res.SendAsync(\"\"));")]
    [InlineData("node.Use(\"/x\", NodeGuard, (req, res) => res.SendAsync(\"\"));")]
    [InlineData("edge.Use(EdgeGuard, (req, ctx) => EdgeResponse.Empty()); edge.Use(\"/x\", EdgeGuard, EdgeTaskMethod);")]
    [InlineData("edge.Use(\"/x\", (req, ctx, next) => next(), (req, ctx) => EdgeResponse.Empty());")]
    [InlineData("edge.Use(EdgeMethod); edge.Use(\"/x\", EdgeTaskMethod);")]
    [InlineData("edge.Use(\"/x\", async (req, ctx) => EdgeResponse.Empty());")]
    public void An_endpoint_given_to_Use_is_an_error_that_names_All(string code) =>
        MessagesOf(code).ShouldAllBe(message => message.Contains("All(…)"));

    [Theory]
    [InlineData("node.Mount(\"/x\", (req, res) => res.SendAsync(\"\"));")]
    [InlineData("node.Mount(\"/x\", NodeEnd);")]
    public void An_endpoint_given_to_Mount_is_an_error_that_names_All(string code) =>
        MessagesOf(code).ShouldAllBe(message => message.Contains("Mount(basePath, new NodeRouter().All(…))"));

    [Theory]
    [InlineData("node.Use(\"/x\", new NodeRouter(), NodeGuard);")]
    [InlineData("node.Use(new NodeRouter(), (req, res, next) => next());")]
    [InlineData("node.Use(\"/x\", NodeGuard, new NodeRouter(), NodeGuard, (req, res, next) => next());")]
    [InlineData("node.Use(NodeGuard, new NodeRouter());")]
    [InlineData("edge.Use(\"/x\", new EdgeRouter(), EdgeGuard);")]
    [InlineData("edge.Use(EdgeGuard, new EdgeRouter());")]
    public void Routers_and_handlers_in_one_Use_are_an_error_that_says_so(string code) =>
        MessagesOf(code).ShouldAllBe(message => message.Contains("either handlers or routers"));

    [Theory]
    [InlineData("Get")]
    [InlineData("All")]
    [InlineData("Head")]
    [InlineData("Post")]
    [InlineData("Put")]
    [InlineData("Patch")]
    [InlineData("Delete")]
    [InlineData("Options")]
    [InlineData("Trace")]
    [InlineData("Add", "\"QUERY\", ")]
    public void An_endpoint_whose_value_would_be_lost_is_an_error(string verb, string method = "")
    {
        string[] before = ["", "NodeGuard, ", "NodeGuard, NodeGuard, ", "[NodeGuard], "];
        string[] patterns = ["", "\"/x\", "];
        string[] endpoints = ["(req, res) => Task.FromResult(1)", "async (req, res) => await Task.FromResult(1)", "NodeValue"];

        var calls = from pattern in patterns
                    from handlers in before
                    from endpoint in endpoints
                    select $"node.{verb}({method}{pattern}{handlers}{endpoint});";

        var messages = MessagesOf(string.Join('\n', calls));

        messages.Count.ShouldBe(patterns.Length * before.Length * endpoints.Length);
        messages.ShouldAllBe(message => message.Contains("NodeRouter<TResult>"));
    }

    [Theory]
    [InlineData("node.Use((req, res, next) => Task.FromResult(1));")]
    [InlineData("node.Use(\"/x\", async (req, res, next) => { await next(); return 1; });")]
    public void Middleware_whose_value_would_be_lost_is_an_error(string code) =>
        MessagesOf(code).ShouldAllBe(message => message.Contains("NodeRouter<TResult>"));

    [Theory]
    [InlineData("node.Use(() => throw new InvalidOperationException());", "Delegate 'NodeHandler' does not take 0 arguments")]
    [InlineData("node.Use(NodeVoid);", "has the wrong return type")]
    [InlineData("node.Use((req, res, next) => { next(); });", "Not all code paths return a value in lambda expression of type 'NodeHandler'")]
    [InlineData("var f = (HttpRequest req, HttpResponse res, NextHandler next) => next(); node.Use(f);", "to 'NextConnect.NodeHandler'")]
    [InlineData("var f = (HttpRequest req, HttpResponse res) => Task.CompletedTask; node.Get(\"/x\", f);", "to 'NextConnect.NodeEndpoint'")]
    [InlineData("node.Use(\"/x\", new EdgeRouter());", "cannot convert from 'NextConnect.EdgeRouter' to 'NextConnect.NodeHandler'")]
    public void Another_wrong_call_is_explained_by_the_overload_that_was_meant(string code, string message) =>
        MessagesOf(code).ShouldHaveSingleItem().ShouldContain(message);

    /// <summary>Compiles code that has an error in each of its calls.</summary>
    private static List<string> MessagesOf(string code)
    {
        List<string> errors = [.. ErrorsOf(code)];
        errors.ShouldNotBeEmpty();
        return errors;
    }

    private static IEnumerable<string> ErrorsOf(string code)
    {
        var program = $$"""
            using System; using System.Net.Http; using System.Threading; using System.Threading.Tasks; using Microsoft.AspNetCore.Http; using NextConnect;
            static class Program
            {
                static void Register(NodeRouter node, EdgeRouter edge) { {{code}} }
                static Task NodeGuard(HttpRequest req, HttpResponse res, NextHandler next) => next();
                static void NodeVoid(HttpRequest req, HttpResponse res, NextHandler next) { }
                static Task NodeEnd(HttpRequest req, HttpResponse res) => Task.CompletedTask;
                static Task<int> NodeValue(HttpRequest req, HttpResponse res) => Task.FromResult(1);
                static Task<HttpResponseMessage> EdgeGuard(HttpRequestMessage req, EdgeContext ctx, NextHandler<HttpResponseMessage> next) => next();
                static HttpResponseMessage EdgeMethod(HttpRequestMessage req, EdgeContext ctx) => EdgeResponse.Empty();
                static Task<HttpResponseMessage> EdgeTaskMethod(HttpRequestMessage req, EdgeContext ctx) => Task.FromResult(EdgeResponse.Empty());
            }
            """;
        var tree = CSharpSyntaxTree.ParseText(program, new(LanguageVersion.Preview));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        return CSharpCompilation.Create("calls", [tree], References, options).GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString());
    }
}
