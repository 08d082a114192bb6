public class Greeter
{
    private readonly string greeting = "Hello";

    public string Greet(string who) => $"{greeting}, {who}";
}
