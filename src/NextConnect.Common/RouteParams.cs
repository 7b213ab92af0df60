using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace NextConnect;

/// <summary>
/// Holds the route parameters of one request. Names ignore case, as ASP.NET Core's route values do. An optional parameter that the path lacks is present with a
/// null value.
/// </summary>
/// <remarks>
/// Values are the path's text, percent-decoded once; <c>%2F</c> is kept. An unnamed wildcard has the name <c>*</c>; reading <c>wild</c> returns the same value
/// when no parameter has that name (next-connect 0.x and 1.x).
/// </remarks>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "The field's term is params.")]
public abstract class RouteParams : IReadOnlyDictionary<string, string?>
{
    internal const string WildcardKey = "*";
    internal const string OldWildcardKey = "wild";

    private protected RouteParams()
    {
    }

    /// <summary>Gets the parameters of a route without parameters.</summary>
    public static RouteParams Empty { get; } = new MatchedParams([], []);

    /// <summary>Gets the number of parameters.</summary>
    public abstract int Count { get; }

    /// <summary>Gets the names, in the order of the layers that matched.</summary>
    public IEnumerable<string> Keys => this.Select(entry => entry.Key);

    /// <summary>Gets the values, in the order of <see cref="Keys"/>.</summary>
    public IEnumerable<string?> Values => this.Select(entry => entry.Value);

    /// <summary>Gets a value by name; null when the name is unknown or the optional parameter is absent.</summary>
    /// <param name="key">The parameter's name, without colon.</param>
    public string? this[string key] => TryGetValue(key, out var value) ? value : null;

    /// <summary>Returns whether a parameter of this name exists, with or without a value.</summary>
    /// <param name="key">The parameter's name.</param>
    /// <returns>Whether it exists.</returns>
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <summary>Looks a value up by name.</summary>
    /// <param name="key">The parameter's name.</param>
    /// <param name="value">The value; null when absent.</param>
    /// <returns>Whether a parameter of this name exists, with or without a value.</returns>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string? value)
    {
        ArgumentNullException.ThrowIfNull(key);
        return TryFind(key, out value) || (key == OldWildcardKey && TryFind(WildcardKey, out value));
    }

    /// <summary>Lists names and values.</summary>
    /// <returns>An enumerator over the parameters.</returns>
    public abstract IEnumerator<KeyValuePair<string, string?>> GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Returns the parameters in one line, for messages: <c>id = "7", lang = null</c>.</summary>
    internal string ToText() => string.Join(", ", this.Select(entry => entry.Value is null ? $"{entry.Key} = null" : $"{entry.Key} = \"{entry.Value}\""));

    /// <summary>Returns whether two names are the same parameter's.</summary>
    internal static bool SameName(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Looks a value up by its own name.</summary>
    private protected abstract bool TryFind(string name, out string? value);
}
