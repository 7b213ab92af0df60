using System.Text.Json.Serialization;

namespace NextConnect.Edge.Tests.Support;

internal sealed record Order(int Id, string Name);

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Order))]
internal sealed partial class OrderJson : JsonSerializerContext;
