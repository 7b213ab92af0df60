using System.Reflection;

namespace NextConnect.Package;

/// <summary>The assemblies that are published.</summary>
internal static class Packages
{
    public static Assembly Common => typeof(RoutePattern).Assembly;

    public static Assembly Node => typeof(NodeRouter).Assembly;

    public static Assembly Edge => typeof(EdgeRouter).Assembly;

    public static Assembly AspNetCore => typeof(AspNetMiddleware).Assembly;

    public static Assembly[] All => [Common, Node, Edge, AspNetCore];

    public static Assembly Named(string name) => Array.Find(All, assembly => assembly.GetName().Name == name)!;
}
