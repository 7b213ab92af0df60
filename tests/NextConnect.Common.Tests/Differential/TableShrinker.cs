using NextConnect.Conformance;

namespace NextConnect.Common.Tests;

/// <summary>Makes the table of a failed case as small as it can be, and writable as code.</summary>
internal static class TableShrinker
{
    public static IReadOnlyList<RouterEntry> Shrink(IReadOnlyList<RouterEntry> table, Func<IReadOnlyList<RouterEntry>, bool> fails)
    {
        while (Smaller(table).FirstOrDefault(fails) is { } smaller)
            table = smaller;
        return table;
    }

    public static string Describe(IEnumerable<RouterEntry> table) => string.Join(", ", table.Select(Describe));

    /// <summary>All tables with one registration, member or inner registration less.</summary>
    private static IEnumerable<IReadOnlyList<RouterEntry>> Smaller(IReadOnlyList<RouterEntry> table) =>
        Without(table).Concat(table.SelectMany((entry, index) =>
            Smaller(entry.Fns).Select(members => Replace(table, index, entry with { Fns = members }))));

    private static IEnumerable<IReadOnlyList<RouterMember>> Smaller(IReadOnlyList<RouterMember> members) =>
        Without(members).Where(rest => rest.Count > 0).Concat(members.SelectMany((member, index) =>
            member.Router is null ? [] : Smaller(member.Router).Select(inner => Replace(members, index, new RouterMember(Router: inner)))));

    private static IEnumerable<IReadOnlyList<T>> Without<T>(IReadOnlyList<T> list) =>
        list.Select((_, index) => (IReadOnlyList<T>)[.. list.Where((_, other) => other != index)]);

    private static IReadOnlyList<T> Replace<T>(IReadOnlyList<T> list, int index, T item) =>
        [.. list.Select((other, at) => at == index ? item : other)];

    private static string Describe(RouterEntry entry) =>
        $"{entry.Kind}({entry.Method} {(object?)entry.Expression ?? entry.Text ?? "-"} => {string.Join(' ', entry.Fns.Select(Describe))})";

    private static string Describe(RouterMember member) => member.Router is null ? $"{member.Id}" : $"[{Describe(member.Router)}]";
}
