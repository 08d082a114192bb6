using static TorchSharp.torch;

namespace NeuralNets.Data;

/// <summary>Words as tensors: number 0 is the sign for beginning and end, 1 to 26 are the letters a to z.</summary>
public static class Letters
{
    /// <summary>The signs in the order of their numbers.</summary>
    public const string Alphabet = ".abcdefghijklmnopqrstuvwxyz";

    /// <summary>What stands in a target behind the end of a word; torch's losses leave it out.</summary>
    public const long Nothing = -100;

    /// <summary>Words to learn the next letter from: of "bath" the input is ".bath", the target "bath.".</summary>
    /// <param name="words">Words of the letters a to z.</param>
    /// <returns>
    /// Two tensors of whole numbers, both of shape (words, letters of the longest word + 1). Behind its end a word has 0 in
    /// <c>X</c> and <see cref="Nothing"/> in <c>Y</c>.
    /// </returns>
    /// <exception cref="ArgumentException">There is no word, or one has another sign.</exception>
    public static DataSet NextLetters(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (words.Count == 0)
            throw new ArgumentException("Found no word. Expected at least 1.", nameof(words));
        var steps = words.Max(word => word.Length) + 1;
        var (x, y) = (new long[words.Count, steps], new long[words.Count, steps]);
        for (var row = 0; row < words.Count; row++)
        {
            var word = words[row];
            for (var t = 0; t < steps; t++)
                y[row, t] = t < word.Length ? NumberOf(word, t) : t == word.Length ? 0 : Nothing;
            for (var t = 0; t < word.Length; t++)
                x[row, t + 1] = y[row, t];
        }

        return new DataSet(tensor(x), tensor(y));
    }

    /// <summary>The word that a row of numbers spells, up to the first 0.</summary>
    /// <param name="numbers">Whole numbers from 0 to 26.</param>
    public static string Spell(IEnumerable<long> numbers) =>
        string.Concat(numbers.TakeWhile(number => number > 0).Select(number => Alphabet[(int)number]));

    /// <summary>Draws the next letter of each word from a model's scores.</summary>
    /// <param name="scores">Shape (words, signs): logarithms of probabilities, up to a constant.</param>
    /// <param name="temperature">Above 0. At 1 letters come as often as the model says, below rarer ones come more rarely.</param>
    /// <param name="generator">Where the chance comes from.</param>
    /// <returns>Shape (words, 1), the numbers of the letters.</returns>
    public static Tensor Draw(Tensor scores, double temperature, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(temperature);
        return multinomial((scores / temperature).softmax(1), 1, generator: generator);
    }

    private static long NumberOf(string word, int at) => word[at] is >= 'a' and <= 'z'
        ? word[at] - 'a' + 1
        : throw new ArgumentException($"Found '{word[at]}' at letter {at + 1} of '{word}'. Expected letters from a to z.", nameof(word));
}
