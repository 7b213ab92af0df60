using System.Numerics;

namespace NextConnect;

/// <summary>A set of small numbers, one bit each, in words that its owner provides. Enumerated in order; removing the current number is allowed.</summary>
internal readonly ref struct BitSet(Span<ulong> words)
{
    private readonly Span<ulong> _words = words;

    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in _words)
                count += BitOperations.PopCount(word);
            return count;
        }
    }

    /// <summary>Returns how many words the numbers below a limit take.</summary>
    public static int WordsOf(int limit) => (limit + 63) / 64;

    /// <summary>Adds a number; false when it is there.</summary>
    public bool Add(int number)
    {
        ref var word = ref _words[number >> 6];
        var before = word;
        word |= 1ul << number;
        return word != before;
    }

    public void Remove(int number) => _words[number >> 6] &= ~(1ul << number);

    public void Clear() => _words.Clear();

    public int[] ToArray()
    {
        var array = new int[Count];
        var next = 0;
        foreach (var number in this)
            array[next++] = number;
        return array;
    }

    public Enumerator GetEnumerator() => new(_words);

    internal ref struct Enumerator(ReadOnlySpan<ulong> words)
    {
        private readonly ReadOnlySpan<ulong> _words = words;
        private int _index = -1;
        private ulong _bits;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            while (_bits == 0)
            {
                if (++_index == _words.Length)
                    return false;
                _bits = _words[_index];
            }
            Current = (_index << 6) + BitOperations.TrailingZeroCount(_bits);
            _bits &= _bits - 1;
            return true;
        }
    }
}
