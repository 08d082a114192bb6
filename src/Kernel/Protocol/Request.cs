using Notebooks.Jupyter.Protocol.Messages;

namespace Notebooks.Jupyter.Protocol;

/// <summary>A request that came in.</summary>
/// <param name="Message">Its message.</param>
/// <param name="IsControl">Whether it came on the control channel, not on the shell channel.</param>
internal sealed record Request(Message Message, bool IsControl);
