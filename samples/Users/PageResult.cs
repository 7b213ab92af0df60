namespace Users;

/// <summary>What a page handler returns: the data of a page, or a redirect. <see cref="Html"/> makes the response of it.</summary>
internal abstract record PageResult;

/// <summary>The list and the form for a new user; after a mistake the form holds what was typed.</summary>
internal sealed record ListPage(IReadOnlyList<User> Users, UserForm Form) : PageResult;

/// <summary>The form of one user.</summary>
internal sealed record EditPage(int Id, UserForm Form) : PageResult;

internal sealed record ErrorPage(int Status, string Message) : PageResult;

/// <summary>Sends the browser on to a page of this site, by GET.</summary>
internal sealed record Redirect(string Location) : PageResult;

/// <summary>The fields as typed, and what is wrong with them.</summary>
internal sealed record UserForm(string Name = "", string Age = "", string? Mistake = null);
