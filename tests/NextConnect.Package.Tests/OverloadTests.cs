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

    private static IEnumerable<string> ErrorsOf(string code)
    {
        var program = $$"""
            using System; using System.Net.Http; using System.Threading; using System.Threading.Tasks; using Microsoft.AspNetCore.Http; using NextConnect;
            static class Program
            {
                static void Register(NodeRouter node, EdgeRouter edge) { {{code}} }
                static Task NodeGuard(HttpRequest req, HttpResponse res, NextHandler next) => next();
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
