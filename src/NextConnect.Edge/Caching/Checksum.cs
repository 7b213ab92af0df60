using System.Numerics;
using System.Runtime.InteropServices;

namespace NextConnect;

/// <summary>CRC-32C: finds damaged bytes, not forged ones.</summary>
internal static class Checksum
{
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
            crc = BitOperations.Crc32C(crc, word);
        foreach (var rest in bytes[(words.Length * sizeof(ulong))..])
            crc = BitOperations.Crc32C(crc, rest);
        return crc;
    }
}
