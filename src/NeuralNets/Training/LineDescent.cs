using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using NeuralNets.Data;
using static TorchSharp.torch;

namespace NeuralNets.Training;

/// <summary>Fits the line ŷ = a + b·x by gradient descent on the mean squared error, in the chapter's three ways.</summary>
public static class LineDescent
{
    /// <summary>With the gradient derived by hand: ∂MSE/∂a = −2·mean(e), ∂MSE/∂b = −2·mean(x·e), e = y − (a + b·x).</summary>
    /// <param name="x">The feature, length n.</param>
    /// <param name="y">The target, length n.</param>
    /// <param name="start">a and b to start from.</param>
    /// <param name="lr">The learning rate η, finite and positive.</param>
    /// <param name="epochs">How many steps, at least 1.</param>
    /// <param name="observer">Who watches, such as a live figure.</param>
    /// <returns>The line, and at each epoch the mean squared error against <paramref name="y"/> before its step.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or there is no sample.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The learning rate is not a positive number, or there is no epoch.</exception>
    public static LineFit ByHand(
        IEnumerable<double> x, IEnumerable<double> y, (double A, double B) start, double lr = 0.1, int epochs = 200, ITrainingObserver? observer = null)
    {
        var (xs, ys) = (Vector<double>.Build.DenseOfEnumerable(x), Vector<double>.Build.DenseOfEnumerable(y));
        if (xs.Count != ys.Count)
            throw new ArgumentException($"x has {xs.Count} samples and y has {ys.Count}; they must be equally many.", nameof(y));
        RequireRate(lr);

        var recorder = new HistoryRecorder(epochs, observer);
        var (a, b) = start;
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            var yHat = a + b * xs;
            var error = ys - yHat;
            recorder.Add(error.PointwiseMultiply(error).Average(), yHat);

            a -= lr * -2 * error.Average();
            b -= lr * -2 * xs.PointwiseMultiply(error).Average();
        }

        return new LineFit(a, b, recorder.Finish());
    }

    /// <summary>With the gradient from autograd, the update still written out.</summary>
    /// <param name="data">The samples; X and Y of one shape.</param>
    /// <param name="a">The intercept, one number that requires a gradient; updated in place.</param>
    /// <param name="b">The slope, one number that requires a gradient; updated in place.</param>
    /// <param name="lr">The learning rate η, finite and positive.</param>
    /// <param name="epochs">How many steps, at least 1.</param>
    /// <param name="observer">Who watches, such as a live figure.</param>
    /// <returns>The line, and at each epoch the error before its step: against the noise-free curve where that is known.</returns>
    /// <exception cref="ArgumentException">a or b is not one number that requires a gradient, or the shapes differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The learning rate is not a positive number, or there is no epoch.</exception>
    public static LineFit WithAutograd(DataSet data, Tensor a, Tensor b, double lr = 0.1, int epochs = 200, ITrainingObserver? observer = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        RequireRate(lr);
        RequireNumber(a, nameof(a));
        RequireNumber(b, nameof(b));

        var recorder = new HistoryRecorder(epochs, observer);
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            using var step = NewDisposeScope();
            var yHat = a + b * data.X;
            if (epoch == 1)
                Shapes.RequireSame(yHat, data.Y);
            var error = data.Y - yHat;
            var loss = (error * error).mean();
            recorder.Add(Train.Recorded(loss, yHat, data), yHat);

            a.grad?.zero_();
            b.grad?.zero_();
            loss.backward();
            using (no_grad())
            {
                a.sub_(lr * a.grad!);
                b.sub_(lr * b.grad!);
            }
        }

        return new LineFit(a.ToDouble(), b.ToDouble(), recorder.Finish());
    }

    /// <summary>With the gradient from autograd and the update from an optimizer.</summary>
    /// <param name="data">The samples; X and Y of one shape.</param>
    /// <param name="a">The intercept, one number that the optimizer updates.</param>
    /// <param name="b">The slope, one number that the optimizer updates.</param>
    /// <param name="optimizer">Updates a and b, such as <c>optim.SGD([a, b], 0.1)</c>.</param>
    /// <param name="epochs">How many steps, at least 1.</param>
    /// <param name="observer">Who watches, such as a live figure.</param>
    /// <returns>The line, and at each epoch the error before its step: against the noise-free curve where that is known.</returns>
    /// <exception cref="ArgumentException">a or b is not one number that requires a gradient.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no epoch.</exception>
    public static LineFit WithOptimizer(DataSet data, Tensor a, Tensor b, optim.Optimizer optimizer, int epochs = 200, ITrainingObserver? observer = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(optimizer);
        RequireNumber(a, nameof(a));
        RequireNumber(b, nameof(b));

        using var mse = nn.MSELoss();
        var recorder = new HistoryRecorder(epochs, observer);
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            using var step = NewDisposeScope();
            var yHat = a + b * data.X;
            var loss = Train.Compare(mse, yHat, data.Y, check: epoch == 1);
            recorder.Add(Train.Recorded(loss, yHat, data), yHat);

            optimizer.zero_grad();
            loss.backward();
            optimizer.step();
        }

        return new LineFit(a.ToDouble(), b.ToDouble(), recorder.Finish());
    }

    private static void RequireRate(double lr)
    {
        if (!double.IsFinite(lr) || lr <= 0)
            throw new ArgumentOutOfRangeException(nameof(lr), lr, string.Create(CultureInfo.InvariantCulture,
                $"The learning rate is {lr}; it must be a finite number greater than 0."));
    }

    private static void RequireNumber(Tensor parameter, string name)
    {
        ArgumentNullException.ThrowIfNull(parameter, name);
        if (parameter.numel() != 1 || !parameter.requires_grad)
            throw new ArgumentException(
                $"{name} has shape [{string.Join(", ", parameter.shape)}] and requires_grad={parameter.requires_grad}; "
                + "it must be one number with requires_grad=True, such as torch.randn(1, requires_grad: true).", name);
    }
}
