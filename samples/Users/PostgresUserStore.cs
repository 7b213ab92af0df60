using Npgsql;

namespace Users;

/// <summary>Keeps the users in PostgreSQL. Values travel as parameters, never inside the text of a statement.</summary>
internal sealed class PostgresUserStore : IUserStore
{
    private readonly NpgsqlDataSource _database;

    private PostgresUserStore(NpgsqlDataSource database) => _database = database;

    public string Description => "Users are kept in PostgreSQL.";

    /// <summary>Connects, and creates the table when it is not there yet.</summary>
    public static async Task<PostgresUserStore> OpenAsync(string connectionString)
    {
        var database = NpgsqlDataSource.Create(connectionString);
        try
        {
            await using var command = database.CreateCommand(
                "create table if not exists users (id integer generated always as identity primary key, name text not null, age integer not null)");
            await command.ExecuteNonQueryAsync();
            return new(database);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    public async Task<IReadOnlyList<User>> ListAsync(CancellationToken stop)
    {
        await using var command = _database.CreateCommand("select id, name, age from users order by id");
        return await ReadAsync(command, stop);
    }

    public async Task<User?> FindAsync(int id, CancellationToken stop)
    {
        await using var command = _database.CreateCommand("select id, name, age from users where id = $1");
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = id });
        return await ReadAsync(command, stop) is [var user] ? user : null;
    }

    public async Task<User> AddAsync(string name, int age, CancellationToken stop)
    {
        await using var command = _database.CreateCommand("insert into users (name, age) values ($1, $2) returning id, name, age");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = name });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = age });
        return (await ReadAsync(command, stop))[0];
    }

    public async Task<User?> ReplaceAsync(int id, string name, int age, CancellationToken stop)
    {
        await using var command = _database.CreateCommand("update users set name = $2, age = $3 where id = $1 returning id, name, age");
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = id });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = name });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = age });
        return await ReadAsync(command, stop) is [var user] ? user : null;
    }

    public async Task<bool> RemoveAsync(int id, CancellationToken stop)
    {
        await using var command = _database.CreateCommand("delete from users where id = $1");
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = id });
        return await command.ExecuteNonQueryAsync(stop) > 0;
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private static async Task<List<User>> ReadAsync(NpgsqlCommand command, CancellationToken stop)
    {
        var users = new List<User>();
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop))
            users.Add(new(rows.GetInt32(0), rows.GetString(1), rows.GetInt32(2)));
        return users;
    }
}
