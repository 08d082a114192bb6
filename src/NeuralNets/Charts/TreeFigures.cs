using NeuralNets.Networks;

namespace NeuralNets.Charts;

/// <summary>Figures of expressions: <c>Figure.Tree(expression)</c>.</summary>
public static class TreeFigures
{
    extension(Figure)
    {
        /// <summary>An expression as a tree, its root on top: each operation with its value below it, numbers as leaves.</summary>
        /// <param name="expression">The expression; of one with more than about six levels the figure becomes very wide.</param>
        public static Figure Tree(ClockExpression expression)
        {
            ArgumentNullException.ThrowIfNull(expression);
            var (nodes, edges) = (new List<GraphNode>(), new List<GraphEdge>());
            var leaves = 0;
            Place(expression, 0);
            return Figure.Graph(nodes, edges).Titled("{0} = {1}", expression, expression.Value);

            GraphNode Place(ClockExpression part, int row)
            {
                if (part is not ClockExpression.Operation operation)
                    return Add(new($"{nodes.Count}", leaves++, row) { Label = $"{part.Value}", Shape = NodeShape.Plain });
                var (left, right) = (Place(operation.Left, row + 1), Place(operation.Right, row + 1));
                var node = Add(new($"{nodes.Count}", (left.Column + right.Column) / 2, row)
                {
                    Label = $"{operation.Operator}",
                    Value = $"{part.Value}",
                    Hue = Hue.Blue,
                });
                edges.Add(new(left.Name, node.Name));
                edges.Add(new(right.Name, node.Name));
                return node;
            }

            GraphNode Add(GraphNode node)
            {
                nodes.Add(node);
                return node;
            }
        }
    }
}
