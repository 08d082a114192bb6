namespace NeuralNets.Display;

/// <summary>What can be shown as a fragment of a page; its one sentence is what <see cref="object.ToString"/> says.</summary>
internal interface IPageFragment
{
    string ToHtml();
}
