namespace TorchSharp;

public static partial class torch
{
    public static DisposeScope NewDisposeScope() => new();

    /// <summary>
    /// Numbers in rows and columns that remember how they were computed. Whatever their kind, they are kept in double precision and
    /// made such as the kind can hold after each operation.
    /// </summary>
    public partial class Tensor : IDisposable
    {
        private readonly Storage storage;
        private readonly Layout layout;
        private DisposeScope? scope;
        private Node? node;

        private protected Tensor(Storage storage, Layout layout, ScalarType type)
        {
            (this.storage, this.layout, dtype) = (storage, layout, type);
            scope = DisposeScope.Current;
            scope?.Attach(this);
        }

        private protected Tensor(Tensor other)
            : this(other.storage, other.Alive(), other.dtype)
        {
        }

        public ScalarType dtype { get; }

        public long[] shape => [.. Alive().Shape];

        public long ndim => layout.Shape.Length;

        public long Dimensions => ndim;

        public long NumberOfElements => Alive().Count;

        public Device device => CPU;

        public DeviceType device_type => DeviceType.CPU;

        public bool IsInvalid { get; private set; }

        public long dim() => Alive().Shape.Length;

        public long numel() => Alive().Count;

        public long size(int dim) => Alive().Shape[layout.Dimension(dim)];

        public long[] stride() => [.. Alive().Strides];

        public bool is_contiguous() => Alive().IsRowMajor;

        public bool is_floating_point() => dtype.IsFloating();

        public Tensor MoveToOuterDisposeScope()
        {
            var outer = scope?.OuterScope;
            scope?.MoveToOuter(this);
            scope = outer;
            return this;
        }

        public Tensor DetachFromDisposeScope()
        {
            scope?.Detach(this);
            scope = null;
            return this;
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        public override string ToString() =>
            IsInvalid ? "" : $"[{string.Join("x", layout.Shape)}], type = {dtype}, device = {device}";

        protected virtual void Dispose(bool disposing)
        {
            scope?.Detach(this);
            IsInvalid = true;
        }

        /// <summary>A tensor of numbers of its own, which are made to fit its kind.</summary>
        internal static Tensor Of(double[] numbers, long[] shape, ScalarType type) =>
            new(new Storage(Types.Fit(numbers, type)), Layout.RowMajor(shape), type);

        /// <summary>The numbers row by row: the storage's own where they lie so. They are not to be changed.</summary>
        internal double[] Numbers()
        {
            if (Alive().IsRowMajor && layout.Count == storage.Numbers.Length)
                return storage.Numbers;
            var numbers = new double[layout.Count];
            if (layout.IsRowMajor)
            {
                Array.Copy(storage.Numbers, layout.Offset, numbers, 0, numbers.Length);
                return numbers;
            }

            var positions = layout.Positions();
            for (var i = 0; i < numbers.Length; i++)
                numbers[i] = storage.Numbers[positions[i]];
            return numbers;
        }

        /// <summary>A copy of the numbers row by row.</summary>
        internal double[] Copied()
        {
            var numbers = Numbers();
            return ReferenceEquals(numbers, storage.Numbers) ? (double[])numbers.Clone() : numbers;
        }

        /// <summary>Changes the numbers where they lie.</summary>
        internal void Write(double[] numbers)
        {
            storage.Version++;
            storage.Exact = null;
            if (Alive().IsRowMajor)
            {
                Array.Copy(numbers, 0, storage.Numbers, layout.Offset, numbers.Length);
                return;
            }

            var positions = layout.Positions();
            for (var i = 0; i < positions.Length; i++)
                storage.Numbers[positions[i]] = numbers[i];
        }

        private Layout Alive() => IsInvalid ? throw new InvalidOperationException("Tensor invalid -- empty handle.") : layout;
    }
}
