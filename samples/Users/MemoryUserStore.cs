namespace Users;

/// <summary>Keeps the users until the program ends.</summary>
internal sealed class MemoryUserStore : IUserStore
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, User> _users = [];
    private int _lastId;

    public string Description =>
        "Users are kept in memory and are gone when this program ends. "
        + "Set the connection string 'Users' (ConnectionStrings__Users) to keep them in PostgreSQL.";

    public Task<IReadOnlyList<User>> ListAsync(CancellationToken stop)
    {
        lock (_lock)
            return Task.FromResult<IReadOnlyList<User>>([.. _users.Values]);
    }

    public Task<User?> FindAsync(int id, CancellationToken stop)
    {
        lock (_lock)
            return Task.FromResult(_users.GetValueOrDefault(id));
    }

    public Task<User> AddAsync(string name, int age, CancellationToken stop)
    {
        lock (_lock)
        {
            var user = new User(++_lastId, name, age);
            _users.Add(user.Id, user);
            return Task.FromResult(user);
        }
    }

    public Task<User?> ReplaceAsync(int id, string name, int age, CancellationToken stop)
    {
        lock (_lock)
        {
            var user = _users.ContainsKey(id) ? _users[id] = new User(id, name, age) : null;
            return Task.FromResult(user);
        }
    }

    public Task<bool> RemoveAsync(int id, CancellationToken stop)
    {
        lock (_lock)
            return Task.FromResult(_users.Remove(id));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
