using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>What a schedule changes.</summary>
        public interface ILearningRateController
        {
            double LearningRate { get; set; }

            double InitialLearningRate { get; set; }
        }

        /// <summary>Moves parameters by their gradients.</summary>
        public abstract class Optimizer : IDisposable
        {
            /// <summary>An optimizer; TorchSharp's takes the address of a native one here.</summary>
            protected Optimizer(nint handle) => _ = handle;

            public virtual IEnumerable<ILearningRateController> ParamGroups => [];

            public virtual void zero_grad()
            {
                foreach (var parameter in parameters())
                    parameter.grad?.zero_();
            }

            public virtual Tensor? step(Func<Tensor>? closure = null) => closure?.Invoke();

            public virtual IEnumerable<Parameter> parameters() => [];

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
            }
        }
    }
}
