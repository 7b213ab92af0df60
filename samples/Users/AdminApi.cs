using NextConnect;

namespace Users;

/// <summary>What only the admin may see. The guard is registered before the routes, so none of them runs without a token.</summary>
internal static class AdminApi
{
    public static NodeRouter Create(IUserStore users, string token) => new NodeRouter()
        .Use(AdminGuard.Require(token))
        .Get("/summary", async (req, res) =>
        {
            var all = await users.ListAsync(req.HttpContext.RequestAborted);
            var summary = new Summary(all.Count, all.Count == 0 ? null : all.Average(user => user.Age), users.Description);
            await res.WriteAsJsonAsync(summary, UserJson.Default.Summary);
        });
}
