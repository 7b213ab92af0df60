namespace Users;

/// <summary>Where the users live. All three styles share one.</summary>
internal interface IUserStore : IAsyncDisposable
{
    /// <summary>Gets what the terminal says about the store at start.</summary>
    string Description { get; }

    /// <summary>Lists all users, oldest entry first.</summary>
    Task<IReadOnlyList<User>> ListAsync(CancellationToken stop);

    Task<User?> FindAsync(int id, CancellationToken stop);

    Task<User> AddAsync(string name, int age, CancellationToken stop);

    /// <summary>Replaces a user; null when there is none of this id.</summary>
    Task<User?> ReplaceAsync(int id, string name, int age, CancellationToken stop);

    /// <summary>Removes a user; false when there is none of this id.</summary>
    Task<bool> RemoveAsync(int id, CancellationToken stop);
}
