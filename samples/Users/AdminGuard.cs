using System.Security.Cryptography;
using System.Text;
using NextConnect;

namespace Users;

/// <summary>Lets only requests with the bearer token through.</summary>
internal static class AdminGuard
{
    private const string Scheme = "Bearer ";

    public static NodeHandler Require(string token)
    {
        var expected = Hash(token);
        return (req, res, next) =>
        {
            if (IsAdmin(req.Headers.Authorization.ToString(), expected))
                return next();
            res.Headers.WWWAuthenticate = "Bearer";
            throw new HttpError(401, "Send the admin token: 'Authorization: Bearer <token>'.");
        };
    }

    /// <summary>Compares hashes of one length in constant time: how long it takes tells nothing about the token.</summary>
    private static bool IsAdmin(string authorization, byte[] expected) =>
        authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Hash(authorization[Scheme.Length..].Trim()), expected);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
