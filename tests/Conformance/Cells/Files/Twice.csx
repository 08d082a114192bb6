int Twice(int x) => 2 * x;
var loadedValue = 17;
