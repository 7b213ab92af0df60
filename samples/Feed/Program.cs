// A feed: RSS that is kept for a minute or until there is a new post, and not sent again to a reader who has it.
// Run it: dotnet run --project samples/Feed
// Try it:
//   curl -i http://localhost:5000/feed.xml --etag-save etag.txt
//   curl -i http://localhost:5000/feed.xml --etag-compare etag.txt        says 304
//   curl -L http://localhost:5000/posts -d 'title=Second post' --data-urlencode 'text=Fish & chips'
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Xml;
using System.Xml.Linq;
using NextConnect;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDistributedMemoryCache(); // where EdgeCache stores responses
await using var app = builder.Build();

var lastId = 1;
var posts = new ConcurrentQueue<Post>([new(lastId, "First post", "Hello, <readers>", DateTimeOffset.UtcNow)]);
var cache = new EdgeCache("feed");

app.Run(new EdgeRouter()
    .Get("/feed.xml", EdgeMiddleware.ETag(), cache.Revalidate(
        TimeSpan.FromMinutes(1), (req, ctx) => Task.FromResult(EdgeResponse.Xml(Rss(req.RequestUri!), "application/rss+xml")), "posts"))
    .Get("/posts/:id", (req, ctx) => posts.FirstOrDefault(post => $"{post.Id}" == req.Params["id"]) is { } post
        ? EdgeResponse.Text($"{post.Title}\n\n{post.Text}\n")
        : EdgeResponse.NotFound("There is no such post.\n"))
    .Post("/posts", async (req, ctx) =>
    {
        await using var form = await req.ReadFormAsync(cancellationToken: ctx.Aborted);
        var post = new Post(Interlocked.Increment(ref lastId), Required(form, "title"), Required(form, "text"), DateTimeOffset.UtcNow);
        posts.Enqueue(post);
        await cache.RevalidateTagAsync("posts", ctx);
        return EdgeResponse.Redirect($"/posts/{post.Id}", HttpStatusCode.SeeOther);
    })
    .ToRequestDelegate());
await app.RunAsync();

// A character that XML cannot hold, not even encoded, would make the feed fail from then on.
static string Required(EdgeForm form, string field)
{
    try
    {
        return XmlConvert.VerifyXmlChars(form.Fields[field] ?? throw new EdgeRequestException($"form field {field}", $"A {field} is needed."));
    }
    catch (XmlException error)
    {
        throw new EdgeRequestException($"form field {field}", $"The {field} has a character that no feed can hold.", inner: error);
    }
}

// The tree encodes the text of the posts. A feed wants absolute addresses.
XDocument Rss(Uri address) => new(new XElement("rss", new XAttribute("version", "2.0"),
    new XElement("channel",
        new XElement("title", "Posts"),
        new XElement("link", new Uri(address, "/")),
        new XElement("description", "What is new here"),
        posts.Reverse().Select(post => new XElement("item",
            new XElement("title", post.Title),
            new XElement("link", new Uri(address, $"/posts/{post.Id}")),
            new XElement("guid", new Uri(address, $"/posts/{post.Id}")),
            new XElement("pubDate", post.Time.ToString("R", CultureInfo.InvariantCulture)),
            new XElement("description", post.Text))))));

internal sealed record Post(int Id, string Title, string Text, DateTimeOffset Time);
