// What may follow at the caret: after a dot, or where Ctrl+Space asks. Arrows choose, Enter or Tab takes, Escape closes.
const shownAtOnce = 60;
let cannotComplete = false;

const completionsFor = (area, field, type) => {
  const list = make('ul', { className: 'completions', id: `completions-${++editors}`, hidden: true });
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Completions');
  const probe = make('pre', { className: 'marks' });
  probe.setAttribute('aria-hidden', 'true');
  field.append(probe, list);
  let found = [], chosen = 0, asked = 0;
  const close = () => {
    asked++;
    list.hidden = true;
    for (const name of ['aria-activedescendant', 'aria-controls']) area.removeAttribute(name);
  };
  const choose = index => {
    chosen = (index + list.children.length) % list.children.length;
    [...list.children].forEach((item, i) => item.setAttribute('aria-selected', i === chosen));
    list.children[chosen].scrollIntoView({ block: 'nearest' });
    area.setAttribute('aria-activedescendant', list.children[chosen].id);
  };
  const take = ({ from, insert }) => {
    close();
    area.setSelectionRange(from, area.selectionStart);
    type(insert);
  };
  const place = at => {
    const here = make('span', { textContent: '\u200b' });
    probe.replaceChildren(area.value.slice(0, at), here, area.value.slice(at));
    const spot = here.getBoundingClientRect(), frame = field.getBoundingClientRect();
    probe.replaceChildren();
    list.style.top = `${spot.bottom - frame.top + 2}px`;
    list.style.left = `${Math.max(0, Math.min(spot.left - frame.left, frame.width - 270))}px`;
  };
  const show = () => {
    const at = area.selectionStart;
    const fits = found.filter(({ from, label }) => label.toLowerCase().startsWith(area.value.slice(from, at).toLowerCase()));
    if (!fits.length || fits.length === 1 && area.value.slice(fits[0].from, at) === fits[0].insert) return close();
    list.replaceChildren(...fits.slice(0, shownAtOnce).map((entry, i) => {
      const item = make('li', { id: `${list.id}-${i}`, textContent: entry.label, onpointerdown: event => { event.preventDefault(); take(entry); } });
      item.setAttribute('role', 'option');
      if (entry.kind) item.append(make('small', { textContent: entry.kind }));
      item.entry = entry;
      return item;
    }));
    place(fits[0].from);
    list.hidden = false;
    area.setAttribute('aria-controls', list.id);
    choose(0);
  };
  const ask = async () => {
    if (!machine || active || cannotComplete) return;
    const mine = ++asked, { value, selectionStart: at } = area;
    try {
      found = JSON.parse(await machine.call('Complete', value, at));
      if (mine === asked && document.activeElement === area) show();
    } catch (error) {
      if (/has no/.test(error.message)) cannotComplete = true;
    }
  };
  area.addEventListener('blur', close);
  area.addEventListener('pointerdown', close);
  return {
    // After each change: asks anew behind a dot, narrows while a word is typed, closes otherwise.
    follow() {
      const before = area.value.slice(0, area.selectionStart);
      if (/\.$/.test(before) && !/\d\.$/.test(before)) { close(); ask(); }
      else if (!list.hidden && /\w$/.test(before)) show();
      else close();
    },
    // Whether a key was meant for the list.
    takes({ key, ctrlKey, shiftKey, altKey, metaKey }) {
      if (key === ' ' && ctrlKey) { ask(); return true; }
      if (list.hidden || ctrlKey || shiftKey || altKey || metaKey) return false;
      if (key === 'ArrowDown') choose(chosen + 1);
      else if (key === 'ArrowUp') choose(chosen - 1);
      else if (key === 'Enter' || key === 'Tab') take(list.children[chosen].entry);
      else if (key === 'Escape') close();
      else { if (/^Arrow|^Home|^End|^Page/.test(key)) close(); return false; }
      return true;
    },
  };
};
