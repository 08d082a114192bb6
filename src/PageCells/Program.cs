// Nothing happens until the page calls: see Machine.
return;
