using System.Text.Encodings.Web;
using System.Text.Json;

namespace NextConnect;

/// <summary>How JSON is written by default, as by ASP.NET Core: web names, and only what JSON requires is escaped. It is not made to stand in a page.</summary>
internal static class WebJson
{
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Encoder = Encoder };
}
