Console.WriteLine("loaded");
