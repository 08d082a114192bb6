// What a page does while `book --watch` serves it: it comes back as it was read when the book has changed, and says why it has not.
(() => {
'use strict';
const kept = 'kept while reloading';
const blocks = () => [...document.querySelectorAll('main :is(h1, h2, h3, h4, p, li, td, pre, .formula, [data-figure])')].filter(block => block.checkVisibility());
const solutions = () => [...document.querySelectorAll('main details')];

// What stands in the window, from its top on: the text above may grow, and the part being read may be the one that changes.
const save = () => {
  const seen = blocks().map(block => ({ text: block.textContent, top: block.getBoundingClientRect().top })).filter(({ top }) => top >= 0 && top < innerHeight);
  sessionStorage.setItem(kept, JSON.stringify({ page: location.pathname, seen, scrolled: scrollY, open: solutions().map(solution => solution.open) }));
};

const restore = ({ page, seen, scrolled, open }) => {
  if (page !== location.pathname) return;
  solutions().forEach((solution, i) => { solution.open = open[i] ?? solution.open; });
  scrollTo({ top: scrolled, behavior: 'instant' });
  const now = blocks();
  for (const { text, top } of scrolled > 0 ? seen : []) {
    // The same words may stand on the page more than once: those nearest to where they were.
    const [found] = now.filter(block => block.textContent === text).map(block => block.getBoundingClientRect().top - top).sort((a, b) => Math.abs(a) - Math.abs(b));
    if (found !== undefined) return scrollBy({ top: found, behavior: 'instant' });
  }
};

const before = sessionStorage.getItem(kept);
sessionStorage.removeItem(kept);
if (before) restore(JSON.parse(before));
addEventListener('load', () => setTimeout(() => { history.scrollRestoration = 'auto'; }));

const changes = new EventSource(`/watch-events?after=${document.currentScript.dataset.after}`);
changes.onmessage = () => {
  save();
  history.scrollRestoration = 'manual';
  location.reload();
};
changes.addEventListener('problem', event => {
  const box = document.querySelector('.problem') ?? document.body.appendChild(document.createElement('pre'));
  box.className = 'problem';
  box.setAttribute('role', 'alert');
  box.textContent = JSON.parse(event.data);
});
})();
