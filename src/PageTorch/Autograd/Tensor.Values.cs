using System.Numerics;
using System.Runtime.InteropServices;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The bytes of the numbers: a copy, in which changes are lost; what is set here is kept.</summary>
        /// <exception cref="InvalidOperationException">They do not lie row by row.</exception>
        public Span<byte> bytes
        {
            get => !is_contiguous()
                ? throw new InvalidOperationException("Bytes() called on non-contiguous tensor.")
                : dtype switch
                {
                    ScalarType.Float32 => MemoryMarshal.AsBytes(Elements<float>().AsSpan()),
                    ScalarType.Float64 => MemoryMarshal.AsBytes(Elements<double>().AsSpan()),
                    ScalarType.Int32 => MemoryMarshal.AsBytes(Elements<int>().AsSpan()),
                    ScalarType.Int64 => MemoryMarshal.AsBytes(Elements<long>().AsSpan()),
                    _ => MemoryMarshal.AsBytes(Elements<bool>().AsSpan()),
                };
            set
            {
                if (!is_contiguous())
                    throw new InvalidOperationException("SetBytes() called on non-contiguous tensor.");
                if (value.Length != bytes.Length)
                    throw new ArgumentException("Mismatched data sizes in SetBytes().");
                Write(dtype switch
                {
                    ScalarType.Float32 => NumbersOf<float>(value),
                    ScalarType.Float64 => NumbersOf<double>(value),
                    ScalarType.Int32 => NumbersOf<int>(value),
                    ScalarType.Int64 => NumbersOf<long>(value),
                    _ => NumbersOf<byte>(value),
                });
            }
        }

        public static explicit operator float(Tensor value) => value.item<float>();

        public static explicit operator double(Tensor value) => value.item<double>();

        public static explicit operator long(Tensor value) => value.item<long>();

        public static explicit operator int(Tensor value) => value.item<int>();

        public static explicit operator bool(Tensor value) => value.item<bool>();

        public T item<T>()
            where T : unmanaged
        {
            if (Alive().Count != 1)
                throw new ArgumentException("Number of elements in the tensor must be 1");
            RequireType<T>();
            return Elements<T>()[0];
        }

        public TensorAccessor<T> data<T>()
            where T : unmanaged
        {
            RequireType<T>();
            return new(this);
        }

        /// <summary>The numbers row by row, as the numbers of C# that they are.</summary>
        internal T[] Elements<T>()
            where T : unmanaged
        {
            if (storage.Exact is { } exact && exact is T[] whole)
                return [.. layout.Positions().Select(position => whole[position])];
            var numbers = Numbers();
            return typeof(T) == typeof(double) ? (T[])(object)Copied()
                : typeof(T) == typeof(float) ? (T[])(object)Array.ConvertAll(numbers, number => (float)number)
                : typeof(T) == typeof(long) ? (T[])(object)Array.ConvertAll(numbers, number => (long)number)
                : typeof(T) == typeof(int) ? (T[])(object)Array.ConvertAll(numbers, number => (int)number)
                : (T[])(object)Array.ConvertAll(numbers, number => number != 0);
        }

        /// <summary>Changes one number.</summary>
        internal void Set(int position, double number)
        {
            var numbers = Copied();
            numbers[position] = number;
            Write(Types.Fit(numbers, dtype));
        }

        private static double[] NumbersOf<T>(ReadOnlySpan<byte> bytes)
            where T : unmanaged, INumber<T> =>
            Array.ConvertAll(MemoryMarshal.Cast<byte, T>(bytes).ToArray(), double.CreateChecked);

        private void RequireType<T>()
        {
            var isSame = dtype switch
            {
                ScalarType.Float32 => typeof(T) == typeof(float),
                ScalarType.Float64 => typeof(T) == typeof(double),
                ScalarType.Int32 => typeof(T) == typeof(int),
                ScalarType.Int64 => typeof(T) == typeof(long),
                _ => typeof(T) == typeof(bool),
            };
            if (!isSame)
                throw new ArgumentException($"{typeof(T).Name} is not compatible with {dtype}");
        }
    }
}
