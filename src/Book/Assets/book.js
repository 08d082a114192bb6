// What a page of the book does for its reader: theme, contents, copying, folding, search. Everything is readable without it.
(() => {
'use strict';
const root = document.documentElement;
const one = (selector, from = document) => from.querySelector(selector);
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

// The theme: as the system has it, light, or dark.
const themes = ['auto', 'light', 'dark'];
const themeButton = one('.bar .theme');
const showTheme = () => {
  const theme = root.dataset.theme ?? 'auto';
  themeButton.replaceChildren(make('span', { textContent: theme[0].toUpperCase() + theme.slice(1) }));
  themeButton.setAttribute('aria-label', `Theme: ${theme}`);
  themeButton.title = `Theme: ${theme}`;
};
themeButton.onclick = () => {
  const next = themes[(themes.indexOf(root.dataset.theme ?? 'auto') + 1) % themes.length];
  if (next === 'auto') delete root.dataset.theme; else root.dataset.theme = next;
  try {
    if (next === 'auto') localStorage.removeItem('theme'); else localStorage.setItem('theme', next);
  } catch { /* A browser that keeps nothing: the choice lasts as long as the page. */ }
  showTheme();
};
showTheme();

// The contents: a panel where the window is narrow, and always a mark at what is being read.
const contents = one('#contents');
const menu = one('.bar .menu');
const openContents = open => {
  contents.classList.toggle('open', open);
  menu.setAttribute('aria-expanded', open);
};
menu.onclick = () => openContents(!contents.classList.contains('open'));
contents.onclick = event => event.target.closest('a') && openContents(false);
addEventListener('keydown', event => {
  if (event.key === 'Escape' && contents.classList.contains('open')) { openContents(false); menu.focus(); }
});

const entries = all('a[href^="#"]', contents)
  .map(link => ({ link, heading: document.getElementById(decodeURIComponent(link.hash.slice(1))) })).filter(entry => entry.heading);
let current;
const follow = () => {
  const line = innerHeight * .25;
  const bottom = scrollY > 0 && innerHeight + scrollY >= root.scrollHeight - 4;
  const here = bottom ? entries.at(-1) : entries.findLast(entry => entry.heading.getBoundingClientRect().top <= line);
  if (here === current) return;
  current?.link.removeAttribute('aria-current');
  all('.here', contents).forEach(item => item.classList.remove('here'));
  current = here;
  if (!here) return;
  here.link.setAttribute('aria-current', 'location');
  for (let item = here.link.closest('li'); item; item = item.parentElement.closest('li')) item.classList.add('here');
  const { top, bottom: end } = here.link.getBoundingClientRect(), frame = contents.getBoundingClientRect();
  if (top < frame.top + 40 || end > frame.bottom - 40) contents.scrollTop += top - frame.top - frame.height / 3;
};
let due = false;
addEventListener('scroll', () => {
  if (due) return;
  due = true;
  requestAnimationFrame(() => { due = false; follow(); });
}, { passive: true });
follow();

// Code: copy it, fold it away.
const copy = async text => {
  try { await navigator.clipboard.writeText(text); } catch {
    const area = make('textarea', { value: text });
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
};
const codes = all('.code').map(code => {
  const text = one('code', code).textContent;
  const copyButton = make('button', { type: 'button', className: 'copy', textContent: 'Copy' });
  const foldButton = make('button', { type: 'button', className: 'fold' });
  const fold = folded => {
    code.toggleAttribute('data-folded', folded);
    foldButton.textContent = folded ? 'Show code' : 'Hide';
    foldButton.setAttribute('aria-expanded', !folded);
  };
  copyButton.onclick = async () => {
    await copy(text);
    copyButton.textContent = 'Copied';
    setTimeout(() => { copyButton.textContent = 'Copy'; }, 1500);
  };
  foldButton.onclick = () => fold(!('folded' in code.dataset));
  fold('folded' in code.dataset);
  code.append(make('div', { className: 'tools' }, copyButton, foldButton));
  return fold;
});
const about = one('.about');
if (about && codes.length) {
  const button = make('button', { type: 'button', textContent: 'Hide all code' });
  let hidden = false;
  button.onclick = () => {
    hidden = !hidden;
    codes.forEach(fold => fold(hidden));
    button.textContent = hidden ? 'Show all code' : 'Hide all code';
  };
  about.append(button);
}

// What is wider than the page scrolls, by keyboard too.
const reachable = () => all('.formula, .long, .code pre, pre.output, .output.error pre, .table, .output.html').forEach(box => {
  const scrolls = box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1 && getComputedStyle(box).overflowY === 'auto';
  if (scrolls) box.tabIndex = 0; else box.removeAttribute('tabindex');
});
reachable();
addEventListener('resize', reachable);

// The search: its index comes when it is first opened.
const searchButton = one('.bar .search');
const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const loadIndex = () => window.bookSearch ? Promise.resolve() : new Promise((done, failed) =>
  document.head.append(make('script', { src: 'assets/search-index.js', onload: done, onerror: failed })));
const find = query => {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  return window.bookSearch.map(([href, page, title, text]) => {
    const [inPage, inTitle, inText] = [page, title, text].map(plain);
    let score = 0;
    for (const word of words) {
      const found = (inTitle.includes(word) ? 8 : 0) + (inPage.includes(word) ? 2 : 0) + Math.min(4, inText.split(word).length - 1);
      if (!found) return null;
      score += found;
    }
    return { href, page, title, text, score };
  }).filter(Boolean).sort((a, b) => b.score - a.score).slice(0, 20);
};
const marked = (text, query) => {
  const words = query.trim().split(/\s+/).filter(Boolean).map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return text.split(new RegExp(`(${words.join('|')})`, 'gi')).map((part, i) => i % 2 ? make('mark', { textContent: part }) : part);
};
const excerpt = (text, query) => {
  const at = plain(text).indexOf(plain(query).trim().split(/\s+/)[0]);
  const start = Math.max(0, text.lastIndexOf(' ', Math.max(0, at - 50)));
  return (start > 0 ? '…' : '') + text.slice(start, start + 160) + (text.length > start + 160 ? '…' : '');
};
let finder;
const openFinder = async () => {
  finder ??= makeFinder();
  if (!finder.open) finder.showModal();
  one('input', finder).select();
  try { await loadIndex(); } catch { one('p', finder).textContent = 'The search index is missing.'; return; }
  // What was typed while the index came.
  if (one('input', finder).value && !one('a', finder)) one('input', finder).oninput();
};
const makeFinder = () => {
  const input = make('input', { type: 'search', placeholder: 'Search the book', autocomplete: 'off', spellcheck: false, ariaLabel: 'Search the book' });
  const count = make('p', { textContent: 'Type a word or two.' });
  count.setAttribute('role', 'status');
  const list = make('ol');
  const dialog = make('dialog', { className: 'finder', ariaLabel: 'Search' }, input, count, list);
  input.oninput = () => {
    if (!window.bookSearch) return;
    const found = find(input.value);
    count.textContent = !input.value.trim() ? 'Type a word or two.' : found.length ? `${found.length} section${found.length > 1 ? 's' : ''}` : 'Nothing found.';
    list.replaceChildren(...found.map(({ href, page, title, text }) => make('li', {}, make('a', { href },
      make('b', {}, ...marked(title || page, input.value)), make('small', {}, `${page} — `, ...marked(excerpt(text, input.value), input.value))))));
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
})();
