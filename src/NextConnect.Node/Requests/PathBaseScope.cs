using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>Moves the first segments of a request's path to its path base until it is disposed.</summary>
internal sealed class PathBaseScope : IDisposable
{
    private readonly HttpRequest _req;
    private readonly (PathString Base, PathString Path) _outside;
    private readonly (PathString Base, PathString Path) _inside;
    private bool _hasEnded;

    /// <param name="req">The request.</param>
    /// <param name="pathBase">Its path base when it entered the router.</param>
    /// <param name="path">The path that was matched.</param>
    /// <param name="segments">How many segments to move.</param>
    public PathBaseScope(HttpRequest req, PathString pathBase, PathString path, int segments)
    {
        _req = req;
        _outside = (req.PathBase, req.Path);
        var length = RequestPath.LengthOf(path.Value ?? "", segments);
        _inside = (new(pathBase.Value + path.Value?[..length]), new(path.Value?[length..]));
        Show(_inside);
    }

    /// <summary>Runs what is not mounted, which sees the path as it was before.</summary>
    public async Task OutsideAsync(Func<Task> rest)
    {
        Show(_outside);
        try
        {
            await rest().ConfigureAwait(false);
        }
        finally
        {
            if (!_hasEnded)
                Show(_inside);
        }
    }

    public void Dispose()
    {
        _hasEnded = true;
        Show(_outside);
    }

    private void Show((PathString Base, PathString Path) paths) => (_req.PathBase, _req.Path) = paths;
}
