namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public static implicit operator Tensor(int value) => tensor(value);

        public static implicit operator Tensor(long value) => tensor(value);

        public static implicit operator Tensor(float value) => tensor(value);

        public static implicit operator Tensor(double value) => tensor(value);

        public static implicit operator Tensor(bool value) => tensor(value);

        public static implicit operator Tensor(int[] value) => tensor(value);

        public static implicit operator Tensor(long[] value) => tensor(value);

        public static implicit operator Tensor(float[] value) => tensor(value);

        public static implicit operator Tensor(double[] value) => tensor(value);

        public static implicit operator Tensor(Scalar scalar) => Of([scalar.Value], [], scalar.Type);

        public Tensor to(ScalarType type, bool copy = false)
        {
            if (type == dtype)
                return copy ? clone() : Same();
            return Of(Copied(), layout.Shape, type).From("ToCopyBackward0", [this], [], (pulled, to) => to[0]!.Add(pulled));
        }

        public Tensor to(ScalarType type, Device device, bool copy = false) => to(device).to(type, copy);

        /// <exception cref="InvalidOperationException">It is another than the processor: a page has no other.</exception>
        public Tensor to(Device device, bool copy = false) => device.type != DeviceType.CPU
            ? throw new InvalidOperationException($"Torch device type {device.type} did not initialise on the current machine.")
            : copy ? clone() : Same();

        public Tensor to_type(ScalarType type, bool copy = false) => to(type, copy);

        public Tensor cpu() => Same();

        public Tensor alias() => Same();

        public Tensor contiguous() => is_contiguous() ? Same() : clone();

        /// <summary>The tensor itself: it is real.</summary>
        public Tensor resolve_conj() => Same();

        /// <summary>The tensor itself: no sign waits to be turned.</summary>
        public Tensor resolve_neg() => Same();

        public Tensor clone() => Of(Copied(), layout.Shape, dtype).From("CloneBackward0", [this], [], (pulled, to) => to[0]!.Add(pulled));
    }
}
