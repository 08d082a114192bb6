
// The arrow keys turn the page, where nothing else listens to them.
addEventListener('keydown', event => {
  const direction = { ArrowLeft: 'prev', ArrowRight: 'next' }[event.key];
  const isFree = document.activeElement === document.body || document.activeElement === one('main') || document.activeElement.matches('a, summary');
  if (!direction || !isFree || event.shiftKey || isTaken(event) || event.defaultPrevented || one('dialog[open]')) return;
  one(`.turn a[rel=${direction}]`)?.click();
});
