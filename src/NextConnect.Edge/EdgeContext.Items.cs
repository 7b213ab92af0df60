namespace NextConnect;

/// <content>What the layers of one request share: by key, or by type without names and casts (Express's <c>req.user</c>).</content>
public partial class EdgeContext
{
    /// <summary>Gets the values that the layers of one request share, by key.</summary>
    public IDictionary<object, object?> Items => field ??= new Dictionary<object, object?>();

    /// <summary>Sets the value of a type for this request.</summary>
    /// <typeparam name="T">The type it is read by.</typeparam>
    /// <param name="value">The value; replaces an earlier one of the same type.</param>
    /// <example><code>ctx.Set(new User("ada"));</code></example>
    public void Set<T>(T value)
        where T : notnull => Items[typeof(T)] = value;

    /// <summary>Gets the value of a type.</summary>
    /// <typeparam name="T">The type it was set by.</typeparam>
    /// <returns>The value; null (or the default of a value type) when no layer has set one.</returns>
    public T? Get<T>()
        where T : notnull => Items.TryGetValue(typeof(T), out var value) ? (T?)value : default;

    /// <summary>Gets the value of a type that a layer must have set.</summary>
    /// <typeparam name="T">The type it was set by.</typeparam>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">No layer has set one.</exception>
    public T Require<T>()
        where T : notnull => Items.TryGetValue(typeof(T), out var value)
            ? (T)value!
            : throw new InvalidOperationException(
                $"No earlier layer has set a {typeof(T).Name} for this request. "
                + $"Register the middleware that calls ctx.Set<{typeof(T).Name}>(…) before this one.");
}
