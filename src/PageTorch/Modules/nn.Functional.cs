namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Modules as functions.</summary>
        public static partial class functional
        {
            public static Tensor relu(Tensor x) => x.relu();

            public static Tensor tanh(Tensor x) => x.tanh();

            public static Tensor sigmoid(Tensor x) => x.sigmoid();

            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01) => input.leaky_relu(negative_slope);

            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

            public static Tensor log_softmax(Tensor x, long dim) => x.log_softmax(dim);

            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => Tensor.Linear(input, weights, bias);

            /// <summary>The cosine of the angle between vectors; none counts as shorter than <paramref name="eps"/>.</summary>
            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1e-8) =>
                (Unit(x1, dim, eps) * Unit(x2, dim, eps)).sum(dim: dim);

            private static Tensor Unit(Tensor x, long dim, double eps) => x / x.norm((int)dim, keepdim: true).clamp(min: eps);
        }
    }
}
