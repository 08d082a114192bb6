using NeuralNets.Torch;
using TorchSharp;

namespace NeuralNets.Tests.Torch;

public class DeviceChoiceTests
{
    [Fact]
    public void The_processor_can_be_asked_for() => Assert.Equal("cpu (as asked)", DeviceChoice.Choose("cpu").ToString());

    [Fact]
    public void The_best_device_says_why_it_is()
    {
        var choice = DeviceChoice.Choose();
        Assert.Equal(torch.cuda.is_available()
            ? DeviceType.CUDA : torch.mps_is_available() ? DeviceType.MPS : DeviceType.CPU, choice.Device.type);
        Assert.Matches(@"^(cpu \(no GPU that this libtorch can use\)|(cuda:0|mps) \(best of .*cpu\))$", choice.ToString());
    }

    [Fact]
    public void A_device_that_is_not_there_is_told_with_those_that_are()
    {
        var error = Assert.Throws<InvalidOperationException>(() => DeviceChoice.Choose("cuda:99"));
        Assert.StartsWith("Device cuda:99 was asked for, found ", error.Message, StringComparison.Ordinal);
        Assert.Contains("cpu. What to do: ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gpu")]
    [InlineData("")]
    [InlineData("cpu:0")]
    [InlineData("cuda:-1")]
    [InlineData("cuda:one")]
    public void An_unknown_name_is_told_with_the_known_ones(string name)
    {
        var error = Assert.Throws<ArgumentException>(() => DeviceChoice.Choose(name));
        Assert.StartsWith($"Found the device name '{name}', expected cpu, cuda, cuda:0 (or another number), mps or best.", error.Message,
            StringComparison.Ordinal);
    }
}
