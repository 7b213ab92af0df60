// A user directory in three styles on one server.
// Run it: dotnet run --project samples/Users
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using NextConnect;
using Users;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None); // StartMessage says it shorter
builder.WebHost.ConfigureKestrel(server => server.Limits.MaxRequestBodySize = 64 * 1024);
if (string.IsNullOrEmpty(builder.Configuration["urls"] ?? builder.Configuration["http_ports"]))
    builder.WebHost.UseUrls("http://localhost:5080");
var adminToken = builder.Configuration["AdminToken"] is { Length: > 0 } token ? token : RandomNumberGenerator.GetHexString(24, lowercase: true);

await using var app = builder.Build();
await using var users = await OpenStoreAsync(app.Configuration.GetConnectionString("Users"));
if (users is null)
    return 1;

Compose(users);
return await RunAsync(users);

// The three styles side by side.
void Compose(IUserStore users)
{
    var page = UsersPage.Create(users, app.Logger);
    var site = new NodeRouter()
        .Use(ExpressWrapper.Wrap(LegacyMiddleware.RequestId), ExpressWrapper.Wrap(LegacyMiddleware.ResponseTime))
        .Use("/api/users", UsersApi.Create(users))
        .Use("/api/admin", AdminApi.Create(users, adminToken))
        .All("/", page)
        .All("/users/*", page);

    app.UseNextConnectRoutesPage(site); // at /_routes, in the environment Development only
    app.Map("/api/edge-users", edge => edge.Run(EdgeUsersApi.Create(users).ToRequestDelegate(new()
    {
        OnError = EdgeUsersApi.OnError(app.Logger),
        HandleMethodNotAllowed = true,
        HandleOptions = true,
    })));
    app.Run(site.Handler(new()
    {
        OnError = UsersApi.OnError(app.Logger),
        HandleMethodNotAllowed = true,
        HandleOptions = true,
    }));
}

async Task<int> RunAsync(IUserStore users)
{
    try
    {
        await app.StartAsync();
    }
    catch (Exception error) when (StartMessage.AddressProblem(error) is { } problem)
    {
        await Console.Error.WriteLineAsync(problem);
        return 1;
    }
    Console.WriteLine(StartMessage.Ready(app.Urls.First(), users, adminToken));
    await app.WaitForShutdownAsync();
    return 0;
}

[SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The caller disposes the store.")]
static async Task<IUserStore?> OpenStoreAsync(string? connectionString)
{
    if (string.IsNullOrEmpty(connectionString))
        return new MemoryUserStore();
    try
    {
        return await PostgresUserStore.OpenAsync(connectionString);
    }
    catch (Exception error) when (StartMessage.StoreProblem(error) is { } problem)
    {
        await Console.Error.WriteLineAsync(problem);
        return null;
    }
}
