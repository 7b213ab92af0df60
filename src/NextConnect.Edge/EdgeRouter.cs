namespace NextConnect;

/// <summary>Makes routers with the ready-made context.</summary>
public static class EdgeRouter
{
    /// <summary>Makes an empty router whose handlers get an <see cref="EdgeContext"/>.</summary>
    /// <returns>The router.</returns>
    public static EdgeRouter<EdgeContext> Create() => new();
}
