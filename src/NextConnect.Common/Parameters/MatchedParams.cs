namespace NextConnect;

/// <summary>The parameters read from a path.</summary>
internal sealed class MatchedParams(string[] names, string?[] values) : RouteParams
{
    public override int Count => names.Length;

    public override IEnumerator<KeyValuePair<string, string?>> GetEnumerator() => names.Zip(values, KeyValuePair.Create).GetEnumerator();

    private protected override bool TryFind(string name, out string? value)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (SameName(names[i], name))
            {
                value = values[i];
                return true;
            }
        }
        value = null;
        return false;
    }
}
