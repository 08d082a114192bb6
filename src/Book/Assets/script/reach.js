
// What is wider than the page scrolls, by keyboard too.
const reachable = () => all('.formula, .long, pre.output, .output.error pre, .table, .output.html').forEach(box => {
  const scrolls = box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1 && getComputedStyle(box).overflowY === 'auto';
  if (scrolls) box.tabIndex = 0; else box.removeAttribute('tabindex');
});
reachable();
addEventListener('resize', reachable);
addEventListener('grown', reachable); // A cell has shown more.
document.fonts?.ready.then(reachable);
