// A webhook: before anything looks at the body, its signature is checked over the raw bytes and in constant time, as GitHub signs (X-Hub-Signature-256).
// Run it: WebhookSecret=It-is-a-secret dotnet run --project samples/Webhook
// Try it:
//   body='{"ref":"refs/heads/main","after":"c0ffee"}'
//   signature=$(printf %s "$body" | openssl dgst -sha256 -hmac It-is-a-secret | sed 's/.* //')
//   curl -i http://localhost:5000/webhook -H "X-Hub-Signature-256: sha256=$signature" -H 'Content-Type: application/json' -d "$body"
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using NextConnect;

await using var app = WebApplication.Create(args);
if (app.Configuration["WebhookSecret"] is not { Length: > 0 } secret)
{
    await Console.Error.WriteLineAsync("The webhook needs the secret that its sender signs with: set the environment variable WebhookSecret.");
    return 1;
}
var key = Encoding.UTF8.GetBytes(secret);

app.Run(new EdgeRouter()
    .Use("/webhook", EdgeMiddleware.BodyLimit(1024 * 1024), async (req, ctx, next) =>
    {
        var body = await req.ReadBytesAsync(ctx.Aborted); // the message keeps it for the handler
        return IsSigned(body, req) ? await next() : EdgeResponse.Problem(HttpStatusCode.Unauthorized, "The signature is missing or wrong.");
    })
    .Post("/webhook", async (req, ctx) =>
    {
        var push = await req.ReadJsonAsync(PushJson.Default.Push, ctx.Aborted);
        ctx.WaitUntil(BuildAsync(push)); // the sender does not wait for it
        return EdgeResponse.Empty(HttpStatusCode.Accepted);
    })
    .ToRequestDelegate());
await app.RunAsync();
return 0;

// Compares texts of one length and alphabet: a malformed signature needs no case of its own.
bool IsSigned(byte[] body, HttpRequestMessage req)
{
    var expected = $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(key, body))}";
    var sent = req.Headers.TryGetValues("X-Hub-Signature-256", out var values) ? string.Join(',', values) : "";
    return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(sent));
}

static async Task BuildAsync(Push push)
{
    await Task.Delay(TimeSpan.FromSeconds(1)); // stands for the work
    Console.WriteLine($"Built {push.After} of {push.Ref}");
}

internal sealed record Push(string Ref, string After);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Push))]
internal sealed partial class PushJson : JsonSerializerContext;
