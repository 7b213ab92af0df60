using System.Diagnostics.CodeAnalysis;

namespace NextConnect.Common.Tests;

/// <summary>Compares layers with their parameter names; a record compares its lists by identity.</summary>
internal sealed class RouteComparer : IEqualityComparer<LayerInfo>
{
    public static RouteComparer Instance { get; } = new();

    public bool Equals(LayerInfo? x, LayerInfo? y) =>
        x is not null && y is not null && x.ParamNames.SequenceEqual(y.ParamNames) && x == y with { ParamNames = x.ParamNames };

    public int GetHashCode([DisallowNull] LayerInfo obj) => obj.Order;
}
