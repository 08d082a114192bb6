var right = 1;
var wrong = nonesuch;
