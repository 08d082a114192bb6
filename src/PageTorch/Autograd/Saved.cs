namespace TorchSharp;

/// <summary>A tensor that the way back needs as it was.</summary>
/// <param name="Storage">Its numbers.</param>
/// <param name="Version">How often they had been changed.</param>
/// <param name="What">What errors call it.</param>
internal readonly record struct Saved(Storage Storage, int Version, Func<string> What)
{
    public void RequireUnchanged()
    {
        if (Storage.Version != Version)
            throw Errors.Torch(
                $"one of the variables needed for gradient computation has been modified by an inplace operation: {What()} is at version "
                + $"{Storage.Version}; expected version {Version} instead. Hint: enable anomaly detection to find the operation that "
                + "failed to compute its gradient, with torch.autograd.set_detect_anomaly(True).");
    }
}
