using System.Text.Encodings.Web;
using System.Text.Json;

namespace NextConnect;

/// <summary>
/// The default way to write JSON, the same as ASP.NET Core's: web names, and only what JSON requires is escaped. The text is not safe inside HTML.
/// </summary>
internal static class WebJson
{
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Encoder = Encoder };
}
