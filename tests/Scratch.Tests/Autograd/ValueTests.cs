using NeuralNets.Scratch.Autograd;

namespace Scratch.Tests.Autograd;

public class ValueTests
{
    [Fact]
    public void The_derivatives_of_a_formula_of_all_operations_are_those_of_finite_differences()
    {
        double[] at = [0.7, -1.3, 0.4];
        var leaves = Array.ConvertAll(at, number => new Value(number));
        Formula(leaves).backward();
        for (var i = 0; i < at.Length; i++)
        {
            const double H = 1e-6;
            double Moved(double by) => Formula([.. at.Select((number, j) => new Value(j == i ? number + by : number))]).data;
            Assert.Equal((Moved(H) - Moved(-H)) / (2 * H), leaves[i].grad, 1e-7);
        }
    }

    [Fact]
    public void A_number_that_is_used_twice_gets_both_shares()
    {
        var a = new Value(3);
        (a * a).backward();
        Assert.Equal(6, a.grad);
    }

    [Fact]
    public void Derivatives_add_up_over_calls()
    {
        var a = new Value(3);
        var square = a * a;
        square.backward();
        square.backward();
        Assert.Equal(12, a.grad);
    }

    private static Value Formula(Value[] v)
    {
        var (a, b, c) = (v[0], v[1], v[2]);
        var hidden = ((a * b) + 2).tanh() - (c / a) + (b * c).sigmoid();
        return hidden.pow(2) + (a + 1).log() + (-b).relu() + (a - c).exp() + b.relu();
    }
}
