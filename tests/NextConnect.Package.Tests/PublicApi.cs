using System.Reflection;

namespace NextConnect.Package;

/// <summary>Prints what an assembly offers to its users, one member a line, in a stable order.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Print(Assembly assembly)
    {
        var types = assembly.GetExportedTypes().Where(type => !type.FullName!.Contains('<', StringComparison.Ordinal))
            .OrderBy(type => type.FullName, StringComparer.Ordinal);
        return string.Join("\n", types.Select(Type));
    }

    private static string Type(Type type)
    {
        if (type.IsSubclassOf(typeof(Delegate)))
            return $"delegate {Method(type.GetMethod("Invoke")!, TypeText.Of(type))}\n";

        var bases = new[] { type.BaseType }.Where(parent => parent is not null && parent != typeof(object))
            .Concat(type.GetInterfaces().OrderBy(parent => parent.Name, StringComparer.Ordinal));
        var parents = string.Join(", ", bases.Select(parent => TypeText.Of(parent!)));
        var members = type.GetMembers(Declared).Select(Member).OfType<string>().Order(StringComparer.Ordinal);
        return $"{Kind(type)} {TypeText.Of(type)}{(parents.Length > 0 ? " : " : "")}{parents}\n" + string.Concat(members.Select(member => $"    {member}\n"));
    }

    private static string Kind(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string? Member(MemberInfo member) => member switch
    {
        ConstructorInfo made when IsVisible(made) => $"new({Parameters(made)})",
        MethodInfo method when IsVisible(method) && !IsOfProperty(method) && !IsExplanation(method) => Modifiers(method) + Method(method, method.Name),
        PropertyInfo property when property.GetAccessors(true).Any(IsVisible) => Property(property),
        FieldInfo { IsPublic: true, IsSpecialName: false } field => $"{(field.IsLiteral ? "const " : "")}{TypeText.Of(field)} {field.Name}",
        _ => null,
    };

    /// <summary>Accessors are printed with their property, except those of an extension property, which has no other trace.</summary>
    private static bool IsOfProperty(MethodInfo method) =>
        method.DeclaringType!.GetProperties(Declared).Any(property => property.GetAccessors(true).Contains(method));

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    /// <summary>Tells an overload that no call compiles with: it explains a mistake and offers nothing.</summary>
    private static bool IsExplanation(MethodInfo method) => method.GetCustomAttribute<ObsoleteAttribute>() is { IsError: true };

    private static string Property(PropertyInfo property)
    {
        var accessors = property.GetAccessors(true).Where(IsVisible)
            .Select(accessor => accessor.ReturnType == typeof(void) ? " set;" : " get;").Order(StringComparer.Ordinal);
        var index = string.Join(", ", property.GetIndexParameters().Select(parameter => $"{TypeText.Of(parameter)} {parameter.Name}"));
        var indexer = index.Length > 0 ? $"[{index}]" : "";
        return $"{Modifiers(property.GetAccessors(true)[0])}{TypeText.Of(property)} {property.Name}{indexer} {{{string.Concat(accessors)} }}";
    }

    private static string Modifiers(MethodInfo method) => (method.IsStatic ? "static " : "") + (method.IsFamily ? "protected " : "") + method switch
    {
        { IsAbstract: true } => "abstract ",
        { IsVirtual: true, IsFinal: false } when method.GetBaseDefinition() != method => "override ",
        { IsVirtual: true, IsFinal: false } => "virtual ",
        _ => "",
    };

    private static string Method(MethodInfo method, string name)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(TypeText.Of))}>" : "";
        return $"{TypeText.Of(method.ReturnParameter)} {name}{generic}({Parameters(method)})";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var isParams = parameter.CustomAttributes.Any(attribute => attribute.AttributeType.Name is "ParamArrayAttribute" or "ParamCollectionAttribute");
        var fallback = parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "default"}" : "";
        return $"{(isParams ? "params " : "")}{TypeText.Of(parameter)} {parameter.Name}{fallback}";
    }
}
