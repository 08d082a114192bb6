// What a page of the book does for its reader; everything is readable without it. These parts are one script, in the order of Asset.cs.
const root = document.documentElement;
root.classList.remove('early');
// A choice that holds on every page; an empty one is forgotten. A browser that keeps nothing: it lasts as long as the page.
const choose = (name, value) => {
  if (value) root.dataset[name] = value; else delete root.dataset[name];
  try {
    if (value) localStorage.setItem(name, value); else localStorage.removeItem(name);
  } catch { /* As said. */ }
};
// Whether a key belongs to what has the focus: a field, a slider, a box that scrolls.
const isTaken = event => event.ctrlKey || event.metaKey || event.altKey || /^(input|textarea|select)$/i.test(event.target.tagName);
// What the first look at a page can do without: it does not compete with what that needs.
requestAnimationFrame(() => setTimeout(() => document.head.append(make('link', { rel: 'stylesheet', href: 'assets/faces.css' }))));
