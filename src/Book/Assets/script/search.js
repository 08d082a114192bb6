
// The search: its index, and what finds in it, come when it is first opened.
const searchButton = one('.bar .search');
const load = src => new Promise((done, failed) => document.head.append(make('script', { src, onload: done, onerror: failed })));
let finder;
const openFinder = async () => {
  finder ??= makeFinder();
  if (!finder.open) finder.showModal();
  one('input', finder).select();
  try {
    if (!window.bookFinder) await load('assets/search-index.js');
  } catch { one('p', finder).textContent = 'The search index is missing.'; return; }
  // What was typed while the index came.
  if (one('input', finder).value && !one('a', finder)) one('input', finder).oninput();
};
const marked = (text, stems) => {
  const parts = stems.map(stem => stem.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (!parts.length) return [text];
  return text.split(new RegExp(`(?<![\\p{L}\\p{N}])((?:${parts.join('|')})[\\p{L}\\p{N}]*)`, 'giu'))
    .map((part, i) => i % 2 ? make('mark', { textContent: part }) : part);
};
const makeFinder = () => {
  const input = make('input', { type: 'search', placeholder: 'Search the book', autocomplete: 'off', spellcheck: false, ariaLabel: 'Search the book' });
  const count = make('p', { textContent: 'Type a word or two.' });
  count.setAttribute('role', 'status');
  const list = make('ol');
  const dialog = make('dialog', { className: 'finder', ariaLabel: 'Search' }, input, count, list);
  input.oninput = () => {
    if (!window.bookFinder) return;
    const { hits, total, stems } = window.bookFinder.find(input.value);
    count.textContent = !input.value.trim() ? 'Type a word or two.' : !total ? 'Nothing found.'
      : `${total} section${total > 1 ? 's' : ''}${total > hits.length ? `, the best ${hits.length} of them` : ''}`;
    list.replaceChildren(...hits.map(({ href, page, title, excerpt }) => make('li', {}, make('a', { href },
      make('b', {}, ...marked(title || page, stems)), make('small', {}, `${page} — `, ...marked(excerpt, stems))))));
  };
  dialog.onkeydown = event => {
    const links = all('a', list), at = links.indexOf(document.activeElement);
    // A browser would only empty the field.
    if (event.key === 'Escape') { event.preventDefault(); dialog.close(); }
    if (event.key === 'Enter' && at < 0 && links.length) links[0].click();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !links.length) return;
    event.preventDefault();
    (at + step < 0 ? input : links[Math.min(at + step, links.length - 1)]).focus();
  };
  dialog.onclick = event => (event.target === dialog || event.target.closest('a')) && dialog.close();
  document.body.append(dialog);
  return dialog;
};
searchButton.onclick = openFinder;
addEventListener('keydown', event => {
  const typing = /^(input|textarea|select)$/i.test(event.target.tagName) && event.target.type !== 'range';
  if ((event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) || (event.key === 'k' && (event.ctrlKey || event.metaKey))) {
    event.preventDefault();
    openFinder();
  }
});
