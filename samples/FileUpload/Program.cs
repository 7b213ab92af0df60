// Files by a form: streamed to disk under names of their own, listed, and given back, in parts where wanted.
// Run it: dotnet run --project samples/FileUpload
// Try it: open http://localhost:5000 in a browser, or
//   curl -i http://localhost:5000/files -F file=@README.md
//   curl http://localhost:5000/
//   curl -i http://localhost:5000/files/1 -r 0-99
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using NextConnect;

var limits = new EdgeFormLimits { MaxLength = 5 * 1024 * 1024, MaxFields = 10 };
var directory = Directory.CreateTempSubdirectory("FileUpload-");
var files = new ConcurrentDictionary<int, StoredFile>();
var lastId = 0;

await using var app = WebApplication.Create(args);

app.Run(new EdgeRouter()
    .Get("/", (req, ctx) => EdgeResponse.Html($"""
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Files</title></head>
        <body>
        <h1>Files</h1>
        <ul>
        {string.Concat(files.Values.OrderBy(file => file.Id).Select(Row))}</ul>
        <form method="post" action="/files" enctype="multipart/form-data"><input type="file" name="file" multiple required> <button>Upload</button></form>
        </body>
        </html>

        """))
    .Post("/files", async (req, ctx) =>
    {
        await using var form = await req.ReadFormAsync(limits, ctx.Aborted);
        if (form.Files is not [{ FileName.Length: > 0 }, ..]) // a browser where none was chosen sends one without a name
            throw new EdgeRequestException("form", "A file is needed.");
        foreach (var file in form.Files)
            await StoreAsync(file, ctx.Aborted);
        return EdgeResponse.Redirect("/", HttpStatusCode.SeeOther);
    })
    .Get("/files/:id", (req, ctx) => int.TryParse(req.Params["id"], CultureInfo.InvariantCulture, out var id) && files.TryGetValue(id, out var file)
        ? EdgeResponse.File(req, File.OpenRead(file.Path), fileName: file.Name, lastModified: file.Time)
        : EdgeResponse.NotFound("There is no such file.\n"))
    .ToRequestDelegate());
await app.RunAsync();
directory.Delete(recursive: true);

// The client's name is a text to show. As a path it could lead anywhere.
async Task StoreAsync(EdgeFormFile file, CancellationToken aborted)
{
    var id = Interlocked.Increment(ref lastId);
    var path = Path.Combine(directory.FullName, $"{id}");
    await using (var target = File.Create(path))
        await file.Content.CopyToAsync(target, aborted);
    files[id] = new(id, file.FileName, file.Length, DateTimeOffset.UtcNow, path);
}

static string Row(StoredFile file) => $"<li><a href=\"/files/{file.Id}\">{WebUtility.HtmlEncode(file.Name)}</a>, {file.Length} bytes</li>\n";

internal sealed record StoredFile(int Id, string Name, long Length, DateTimeOffset Time, string Path);
