using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NextConnect.Package;

/// <summary>The folders of <c>src</c>: which one may use which, and what each may declare.</summary>
public sealed class RoomTests
{
    /// <summary>Rooms whose public types need helpers that would form a circle in a room of their own, since they make or return these types.</summary>
    private static readonly Dictionary<string, string> MixedRooms = new()
    {
        ["Common/Inspection"] = "RouteExplainer makes the public RouteExplanation",
        ["Node/Express"] = "ExpressCall settles what the public ExpressWrapper wraps",
        ["Edge/Requests"] = "the readers make the public NameValueList and EdgeForm; RequestState is what req.Params and its kin show",
        ["Edge/Responses"] = "contents and texts that only the public EdgeResponse makes",
        ["Edge/Middleware"] = "EdgeCors and EdgeRequestLog are what the public EdgeMiddleware makes, and types, so that Handler() recognises them",
        ["Edge/Caching"] = "CacheRules and CachedResponse serve the public EdgeCache alone",
        ["AspNetCore/RoutesPage"] = "the page that the public extension adds",
    };

    private static readonly SourceCode Source = SourceCode.Read();

    [Fact]
    public void The_root_of_a_package_declares_public_types_only()
    {
        Source.Types.Where(type => !IsRoom(type.Room) && !type.IsPublic).Select(type => type.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public void A_room_is_a_topic_of_the_public_API_or_engine_and_both_only_with_a_reason()
    {
        var mixed = Source.Types.Where(type => IsRoom(type.Room)).GroupBy(type => type.Room)
            .Where(room => room.Any(type => type.IsPublic) && room.Any(type => !type.IsPublic)).Select(room => room.Key);

        mixed.ShouldBe(MixedRooms.Keys, ignoreOrder: true);
    }

    [Fact]
    public void Rooms_form_no_circle()
    {
        Circles([.. Source.Uses]).ShouldBeEmpty();
    }

    [Fact]
    public void A_circle_is_noticed()
    {
        Circles([new("A", "B", "x"), new("B", "C", "y"), new("C", "A", "z"), new("C", "D", "w")]).ShouldBe(["A -> B: x", "B -> C: y", "C -> A: z"]);
        Source.Uses.Select(use => (use.From, use.To)).ShouldContain(("Edge/Handling", "Edge/Requests")); // uses are found at all
    }

    [Fact]
    public void Hosts_use_the_public_seam_and_nothing_internal()
    {
        Repository.Read("src/NextConnect.Edge/NextConnect.Edge.csproj").ShouldNotContain("InternalsVisibleTo Include=\"NextConnect.AspNetCore\"");
        Source.Uses.Where(use => use.From == "Edge/Hosts/InMemory").Select(use => use.To).Distinct()
            .ShouldBe(["Edge/Hosts", "Edge/Requests", "Edge/Streams"], ignoreOrder: true);
    }

    /// <summary>Tells a room from the root of a package.</summary>
    private static bool IsRoom(string folder) => folder.Contains('/', StringComparison.Ordinal);

    /// <summary>Lists the uses that lie on a circle.</summary>
    private static IEnumerable<string> Circles(Use[] uses)
    {
        return uses.Where(use => Reaches(use.To, use.From, [])).Select(use => $"{use.From} -> {use.To}: {use.Place}");

        bool Reaches(string from, string to, HashSet<string> seen) =>
            from == to || (seen.Add(from) && uses.Where(use => use.From == from).Any(use => Reaches(use.To, to, seen)));
    }

    private sealed record Use(string From, string To, string Place);

    private sealed record DeclaredType(string Room, string Name, bool IsPublic)
    {
        public override string ToString() => $"{Room}: {Name}";
    }

    /// <summary>All packages read as one compilation, so that every name is known.</summary>
    private sealed record SourceCode(List<DeclaredType> Types, List<Use> Uses)
    {
        private static readonly string[] ImplicitUsings =
            ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

        public static SourceCode Read()
        {
            var options = new CSharpParseOptions(LanguageVersion.Preview);
            var trees = Repository.Files("src", "*.cs").Select(file => CSharpSyntaxTree.ParseText(Repository.Read(file), options, file)).ToList();
            var usings = CSharpSyntaxTree.ParseText(string.Concat(ImplicitUsings.Select(name => $"global using {name};")), options);
            var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(path => !Path.GetFileName(path).StartsWith("NextConnect.", StringComparison.Ordinal))
                .Select(path => MetadataReference.CreateFromFile(path));
            var compilation = CSharpCompilation.Create("src", trees.Append(usings), references, new(OutputKind.DynamicallyLinkedLibrary));
            var names = trees.SelectMany(NamesOf).ToHashSet();
            return new([.. trees.SelectMany(TypesOf)], [.. trees.SelectMany(tree => UsesOf(tree, compilation.GetSemanticModel(tree), names))]);
        }

        private static IEnumerable<DeclaredType> TypesOf(SyntaxTree tree) =>
            from member in tree.GetCompilationUnitRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            where member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax
            let declaration = (MemberDeclarationSyntax)member
            let name = member is BaseTypeDeclarationSyntax type ? type.Identifier.Text : ((DelegateDeclarationSyntax)member).Identifier.Text
            select new DeclaredType(RoomOf(tree), name, declaration.Modifiers.Any(SyntaxKind.PublicKeyword));

        /// <summary>
        /// Lists the names by which a type can be used: its own, and those of members that need no type before them. Asking about all others takes seconds.
        /// </summary>
        private static IEnumerable<string> NamesOf(SyntaxTree tree) => tree.GetCompilationUnitRoot().DescendantNodes().Select(node => node switch
        {
            BaseTypeDeclarationSyntax type => type.Identifier.Text,
            DelegateDeclarationSyntax type => type.Identifier.Text,
            MethodDeclarationSyntax method => method.Identifier.Text,
            PropertyDeclarationSyntax property => property.Identifier.Text,
            _ => "",
        });

        /// <summary>Lists where a room names a type of another one. What the roots declare may be named anywhere, and the roots may name everything.</summary>
        private static IEnumerable<Use> UsesOf(SyntaxTree tree, SemanticModel model, HashSet<string> names) =>
            from node in tree.GetCompilationUnitRoot().DescendantNodes().OfType<SimpleNameSyntax>()
            where names.Contains(node.Identifier.Text)
            let type = TypeOf(model.GetSymbolInfo(node))
            where type is not null && type.DeclaringSyntaxReferences.Length > 0
            let to = RoomOf(type.DeclaringSyntaxReferences[0].SyntaxTree)
            where to != RoomOf(tree) && IsRoom(to) && IsRoom(RoomOf(tree))
            select new Use(RoomOf(tree), to, $"{Path.GetFileName(tree.FilePath)} names {type.Name}");

        private static INamedTypeSymbol? TypeOf(SymbolInfo info) => (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) switch
        {
            INamedTypeSymbol type => type.OriginalDefinition,
            IMethodSymbol { IsExtensionMethod: true } method => method.ContainingType.OriginalDefinition,
            { IsStatic: true } member => member.ContainingType?.OriginalDefinition,
            _ => null,
        };

        private static string RoomOf(SyntaxTree tree) => Path.GetDirectoryName(tree.FilePath)!.Replace("src/NextConnect.", "", StringComparison.Ordinal);
    }
}
