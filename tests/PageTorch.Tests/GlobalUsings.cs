extern alias real;

global using Page = TorchSharp.torch;
global using Real = real::TorchSharp.torch;
