using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Npgsql;

namespace Users;

/// <summary>What the terminal says when the program starts, or cannot.</summary>
internal static class StartMessage
{
    private const string ChooseAddress = "For example: dotnet run --project samples/Users -- --urls http://localhost:5081";

    public static string Ready(string url, IUserStore users, string adminToken) => $$"""
        {{users.Description}}
        The admin token is {{adminToken}} (set AdminToken to choose your own).
        Open {{url}} in a browser, or try:
          curl {{url}}/api/users
          curl {{url}}/api/edge-users -H 'Content-Type: application/json' -d '{"name":"Ada","age":36}'
          curl {{url}}/api/admin/summary -H 'Authorization: Bearer {{adminToken}}'
        Ctrl+C stops it.
        """;

    /// <summary>Explains why the store cannot be opened; null for an error that no connection string causes.</summary>
    public static string? StoreProblem(Exception error) => error switch
    {
        NpgsqlException =>
            $"PostgreSQL cannot be used ({error.Message}). "
            + "Check the connection string 'Users' and that the server runs, or leave it out to keep the users in memory.",
        ArgumentException =>
            $"The connection string 'Users' is wrong ({error.Message}). It looks like 'Host=localhost;Username=me;Password=secret;Database=users'.",
        _ => null,
    };

    /// <summary>Explains why the server cannot listen; null for an error that no address causes.</summary>
    public static string? AddressProblem(Exception error) => error switch
    {
        IOException { InnerException: AddressInUseException } =>
            $"{error.Message} Another program uses this port: stop it, or choose another one. {ChooseAddress}",
        IOException or SocketException or FormatException or ArgumentException or InvalidOperationException =>
            $"The server cannot listen ({error.Message}). {ChooseAddress}",
        _ => null,
    };
}
