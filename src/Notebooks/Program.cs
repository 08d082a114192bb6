Console.Error.WriteLine("notebooks: no command yet");
return 2;
