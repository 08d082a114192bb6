
// The contents: a panel where the window is narrow, always a mark at what is being read, and how far the page has been read.
const contents = one('#contents');
const menu = one('.bar .menu');
const openContents = open => {
  contents.classList.toggle('open', open);
  menu.setAttribute('aria-expanded', open);
};
menu.onclick = () => {
  openContents(!contents.classList.contains('open'));
  if (contents.classList.contains('open')) one('a', contents).focus();
};
contents.onclick = event => event.target.closest('a') && openContents(false);
addEventListener('keydown', event => {
  if (event.key === 'Escape' && contents.classList.contains('open')) { openContents(false); menu.focus(); }
});

const entries = all('a[href^="#"]', contents)
  .map(link => ({ link, heading: document.getElementById(decodeURIComponent(link.hash.slice(1))) })).filter(entry => entry.heading);
const bar = one('.bar');
let current;
const follow = () => {
  bar.style.setProperty('--read', Math.min(1, scrollY / Math.max(1, root.scrollHeight - innerHeight)));
  const line = innerHeight * .25;
  const bottom = scrollY > 0 && innerHeight + scrollY >= root.scrollHeight - 4;
  const here = bottom ? entries.at(-1) : entries.findLast(entry => entry.heading.getBoundingClientRect().top <= line);
  if (here === current) return;
  current?.link.removeAttribute('aria-current');
  all('.here', contents).forEach(item => item.classList.remove('here'));
  current = here;
  const at = entries.indexOf(here);
  entries.forEach((entry, i) => entry.link.parentElement.classList.toggle('read', i < at));
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
