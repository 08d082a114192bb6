using System.Globalization;
using System.Text;

namespace Notebooks.Sessions.Output;

/// <summary>
/// Sends what a cell writes to the console to that cell, on whichever thread it does so, and answers its reads; code
/// outside of cells keeps the real console. In place while at least one session lives.
/// </summary>
internal static class ConsoleCapture
{
    private static readonly Lock Gate = new();
    private static readonly CellWriter Out = new("stdout");
    private static readonly CellWriter Error = new("stderr");
    private static readonly CellReader In = new();
    private static int users;
    private static (TextWriter Out, TextWriter Error, TextReader In) original;

    /// <summary>Takes the console over, if no other session has.</summary>
    public static void Begin()
    {
        lock (Gate)
        {
            if (users++ > 0)
                return;
            original = (Console.Out, Console.Error, Console.In);
        }

        Claim();
    }

    /// <summary>Takes the console back from a cell that has put something else in its place.</summary>
    public static void Claim()
    {
        Console.SetOut(Out);
        Console.SetError(Error);
        Console.SetIn(In);
    }

    /// <summary>Gives the console back with the last session.</summary>
    public static void End()
    {
        lock (Gate)
        {
            if (--users > 0)
                return;
            Console.SetOut(original.Out);
            Console.SetError(original.Error);
            Console.SetIn(original.In);
        }
    }

    private sealed class CellWriter(string stream) : TextWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Write(value.ToString());

        public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

        public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

        public override void Write(string? value)
        {
            if (value is null)
                return;
            if (Submission.Current is not { } cell)
            {
                (stream == "stdout" ? original.Out : original.Error).Write(value);
                return;
            }

            cell.ThrowIfStopped();
            cell.Output.Write(stream, value);
        }

        public override void WriteLine(string? value) => Write(value + "\n");

        public override void WriteLine() => Write("\n");

        public override void Flush() => (stream == "stdout" ? original.Out : original.Error).Flush();
    }

    private sealed class CellReader : TextReader
    {
        private CellOutput? asker;
        private string line = "";
        private int position;

        private static CellOutput? Cell => Submission.Current?.Output;

        public override int Peek() => Cell is null ? original.In.Peek() : Fill() ? line[position] : -1;

        public override int Read() => Cell is null ? original.In.Read() : Fill() ? line[position++] : -1;

        public override string? ReadLine()
        {
            if (Cell is not { } cell)
                return original.In.ReadLine();
            if (cell != asker || position >= line.Length)
                return cell.ReadLine("", isPassword: false);
            var rest = line[position..].TrimEnd('\n');
            position = line.Length;
            return rest;
        }

        private bool Fill()
        {
            var cell = Cell;
            if (cell == asker && position < line.Length)
                return true;
            if (cell?.ReadLine("", isPassword: false) is not { } answer)
                return false;
            (asker, line, position) = (cell, answer + "\n", 0);
            return true;
        }
    }
}
