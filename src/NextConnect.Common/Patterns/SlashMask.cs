using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NextConnect;

/// <summary>Finds the slashes among the first characters of a path at once.</summary>
internal static class SlashMask
{
    /// <summary>The number of characters that a mask covers.</summary>
    public const int MaxLength = 64;

    /// <summary>Returns a number whose bit <c>i</c> is set when the character at <c>i</c> is a slash. Characters beyond the 64th have no bit.</summary>
    public static ulong Of(ReadOnlySpan<char> path)
    {
        ref var start = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(path));
        var length = Math.Min(path.Length, MaxLength);
        var mask = 0ul;
        var index = 0;
        for (; index <= length - Vector128<ushort>.Count; index += Vector128<ushort>.Count)
            mask |= (ulong)Vector128.Equals(Vector128.LoadUnsafe(ref start, (nuint)index), Vector128.Create((ushort)'/')).ExtractMostSignificantBits() << index;
        for (; index < length; index++)
        {
            if (path[index] == '/')
                mask |= 1ul << index;
        }
        return mask;
    }

    /// <summary>Returns the next slash from a position on, when the mask has no more; the path's length without one.</summary>
    public static int NextBeyond(string path, int start)
    {
        if (path.Length <= MaxLength)
            return path.Length;
        var slash = path.IndexOf('/', Math.Max(start, MaxLength));
        return slash < 0 ? path.Length : slash;
    }

    /// <summary>Returns where a segment starts and ends; after the last one, the end of the path.</summary>
    /// <param name="slashes">The path's mask.</param>
    /// <param name="index">The segment's number, from 0.</param>
    /// <param name="length">The path's length.</param>
    public static (int Start, int End) Bounds(ulong slashes, int index, int length)
    {
        for (; index > 0; index--)
            slashes &= slashes - 1;
        if (slashes == 0)
            return (length, length);
        var start = BitOperations.TrailingZeroCount(slashes) + 1;
        slashes &= slashes - 1;
        return (start, slashes == 0 ? length : BitOperations.TrailingZeroCount(slashes));
    }
}
