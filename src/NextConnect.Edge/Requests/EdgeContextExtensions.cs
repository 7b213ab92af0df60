namespace NextConnect;

/// <summary>What the layers of one request share, by its type: no names, no casts (Express's <c>req.user</c>).</summary>
public static class EdgeContextExtensions
{
    extension(EdgeContext ctx)
    {
        /// <summary>Sets the value of a type for this request.</summary>
        /// <typeparam name="T">The type it is read by.</typeparam>
        /// <param name="value">The value; replaces an earlier one of the same type.</param>
        /// <example><code>ctx.Set(new User("ada"));</code></example>
        public void Set<T>(T value)
            where T : notnull
        {
            ArgumentNullException.ThrowIfNull(ctx);
            ctx.Items[typeof(T)] = value;
        }

        /// <summary>Reads the value of a type.</summary>
        /// <typeparam name="T">The type it was set by.</typeparam>
        /// <returns>The value; null (or the default of a value type) when no layer has set one.</returns>
        public T? Get<T>()
            where T : notnull
        {
            ArgumentNullException.ThrowIfNull(ctx);
            return ctx.Items.TryGetValue(typeof(T), out var value) ? (T?)value : default;
        }

        /// <summary>Reads the value of a type that must be there.</summary>
        /// <typeparam name="T">The type it was set by.</typeparam>
        /// <returns>The value.</returns>
        /// <exception cref="InvalidOperationException">No layer has set one.</exception>
        public T Require<T>()
            where T : notnull
        {
            ArgumentNullException.ThrowIfNull(ctx);
            return ctx.Items.TryGetValue(typeof(T), out var value)
                ? (T)value!
                : throw new InvalidOperationException($"No layer before this one has set a {typeof(T).Name} for the request. Register the middleware that calls ctx.Set<{typeof(T).Name}>(…) in front.");
        }
    }
}
