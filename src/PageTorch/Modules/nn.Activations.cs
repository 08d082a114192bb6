using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static ReLU ReLU() => new();

        public static Tanh Tanh() => new();

        public static Sigmoid Sigmoid() => new();

        public static LeakyReLU LeakyReLU(double negative_slope = 0.01) => new(negative_slope);

        public static Softmax Softmax(long dim) => new(dim);

        public static LogSoftmax LogSoftmax(long dim) => new(dim);

        public static Identity Identity() => new();
    }
}
