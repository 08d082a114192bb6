namespace TorchSharp;

public static partial class torch
{
    private static long walks;

    public static bool is_grad_enabled() => GradientMode.IsOn;

    public static IDisposable no_grad() => new GradientMode(false);

    public static IDisposable enable_grad(bool enabled = true) => new GradientMode(enabled);

    public partial class Tensor
    {
        public bool is_leaf => node is null or Leaf;

        public bool requires_grad
        {
            get => node is not null;
            set => requires_grad_(value);
        }

        /// <summary>The derivatives by these numbers, which add up over calls of <see cref="backward()"/>; null before.</summary>
        public Tensor? grad
        {
            get => Slopes?.Grad?.Same();
            set => _ = Slopes is { } leaf ? leaf.Grad = value?.Same().DetachFromDisposeScope() : value;
        }

        /// <summary>The derivatives row by row, not to be changed; null before.</summary>
        internal double[]? Gradient() => Slopes?.Grad?.Numbers();

        internal void ZeroGradient()
        {
            if (Slopes?.Grad is { } found)
                found.Write(new double[found.layout.Count]);
        }

        private Leaf? Slopes => node as Leaf ?? (node as Operation)?.Retained;

        /// <summary>libtorch's name of the way back, null for a tensor that was not computed.</summary>
        internal string? GradientName => (node as Operation)?.Name;

        public Tensor requires_grad_(bool requires_grad = true)
        {
            if (requires_grad && !dtype.IsFloating())
                throw Errors.Torch("Only Tensors of floating point and complex dtype can require gradients");
            if (requires_grad)
                node ??= NewLeaf();
            else if (node is Leaf)
                node = null;
            return this;
        }

        public void retain_grad()
        {
            if (node is Operation operation)
                operation.Retained ??= NewLeaf();
        }

        public Tensor detach() => new(storage, Alive(), dtype);

        public void backward() => backward(null);

        public void backward(IList<Tensor>? grad_tensors, bool retain_graph = false)
        {
            if (grad_tensors is null && Alive().Count != 1)
                throw Errors.Torch("grad can be implicitly created only for scalar outputs");
            if (node is null)
                throw Errors.Torch("element 0 of tensors does not require grad and does not have a grad_fn");
            node.Add(grad_tensors is null ? [1.0] : grad_tensors[0].Numbers());
            foreach (var place in LastFirst(node))
                place.PassOn(retain_graph);
        }

        /// <summary>What an operation made of some tensors, and the way back to them where derivatives are wanted.</summary>
        /// <param name="name">libtorch's name of the way back.</param>
        /// <param name="inputs">The operands.</param>
        /// <param name="saved">Those of the tensors that the way back looks at again.</param>
        /// <param name="back">Hands derivatives by this tensor on to the inputs.</param>
        internal Tensor From(string name, ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Tensor> saved, Action<double[], Node?[]> back)
        {
            if (!GradientMode.IsOn)
                return this;
            var isWanted = false;
            foreach (var input in inputs)
                isWanted |= input.node is not null;
            if (!isWanted)
                return this;
            var (nodes, kept) = (new Node?[inputs.Length], new Saved[saved.Length]);
            for (var i = 0; i < nodes.Length; i++)
                nodes[i] = inputs[i].node;
            node = new Operation(name, nodes, kept, back);
            for (var i = 0; i < kept.Length; i++)
                kept[i] = new(saved[i].storage, saved[i].storage.Version, saved[i].Describe);
            return this;
        }

        /// <summary>The same tensor under another name: the same numbers, the same derivatives.</summary>
        private Tensor Same() => new(storage, Alive(), dtype) { node = node };

        private Leaf NewLeaf()
        {
            var (shape, type) = (layout.Shape, dtype);
            return new Leaf(slopes => Of(slopes, shape, type));
        }

        private string Describe() => $"[CPU{dtype.Name()}Type {Errors.Show(layout.Shape)}]"
            + (node is Operation operation ? $", which is output 0 of {operation.Name}," : "");

        /// <summary>All that went into a result, each after all that it went into.</summary>
        private static List<Node> LastFirst(Node result)
        {
            var walk = Interlocked.Increment(ref walks);
            var (found, open) = (new List<Node>(), new Stack<Node>([result]));
            result.Walk = walk;
            while (open.TryPop(out var place))
            {
                found.Add(place);
                foreach (var input in place.Inputs)
                {
                    if (input is not null && input.Walk != walk)
                    {
                        input.Walk = walk;
                        open.Push(input);
                    }
                }
            }

            found.Sort((one, other) => other.Number.CompareTo(one.Number));
            return found;
        }
    }
}
