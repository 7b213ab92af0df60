using System.Globalization;
using NextConnect;

namespace Users;

/// <summary>Reads the route parameter <c>:id</c>.</summary>
internal static class UserId
{
    public static int Of(RouteParams values) =>
        int.TryParse(values["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : throw HttpError.NoSuchUser(values["id"]);
}
