using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace NextConnect;

/// <summary>Holds texts by name, as query strings, forms and Cookie headers do: a name may repeat, and the order is kept. Names compare ordinally.</summary>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "As RouteParams: the word of the field.")]
public sealed class NameValueList : IReadOnlyList<KeyValuePair<string, string>>
{
    private readonly List<KeyValuePair<string, string>> _entries;

    internal NameValueList(List<KeyValuePair<string, string>> entries) => _entries = entries;

    /// <summary>Gets the number of values; each value of a repeated name counts.</summary>
    public int Count => _entries.Count;

    /// <summary>Gets the first value of a name; null without one (<c>URLSearchParams.get</c>).</summary>
    /// <param name="name">The name.</param>
    public string? this[string name]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(name);
            foreach (var entry in _entries)
            {
                if (entry.Key == name)
                    return entry.Value;
            }
            return null;
        }
    }

    /// <summary>Gets an entry by its index.</summary>
    /// <param name="index">The index, from 0.</param>
    public KeyValuePair<string, string> this[int index] => _entries[index];

    /// <summary>Returns whether a name has a value, be it empty (<c>URLSearchParams.has</c>).</summary>
    /// <param name="name">The name.</param>
    /// <returns>Whether there is one.</returns>
    public bool Has(string name) => this[name] is not null;

    /// <summary>Lists all values of a name, in order (<c>URLSearchParams.getAll</c>).</summary>
    /// <param name="name">The name.</param>
    /// <returns>The values; empty without any.</returns>
    public IReadOnlyList<string> All(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return [.. _entries.Where(entry => entry.Key == name).Select(entry => entry.Value)];
    }

    /// <summary>Lists names and values, in order.</summary>
    /// <returns>An enumerator over the entries.</returns>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
