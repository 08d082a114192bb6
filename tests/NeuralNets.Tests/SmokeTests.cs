namespace NeuralNets.Tests;

public class SmokeTests
{
    [Fact]
    public void The_final_loss_is_the_last() => Assert.Equal(1.0, new Training.TrainingHistory([2.0, 1.0], []).FinalLoss);
}
