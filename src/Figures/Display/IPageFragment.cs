namespace NeuralNets.Display;

/// <summary>A value that is shown as a fragment of a page, or as the one sentence of <see cref="object.ToString"/>.</summary>
internal interface IPageFragment
{
    string ToHtml();
}
