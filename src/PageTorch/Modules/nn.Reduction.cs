namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What becomes of the losses of all numbers.</summary>
        public enum Reduction : long
        {
            None,
            Mean,
            Sum,
        }
    }
}
