// An editor of a cell's code: a textarea whose letters are unseen, over the same text in colours and over marks for errors.
// Shift+Enter or Ctrl+Enter runs, Escape leaves. Tab indents where something was typed or clicked since the editor was entered,
// so that it never holds a reader who only comes by.
const escaped = text => text.replace(/[&<>]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]);
// The lines of coloured code as the book has it, without what sets long lines further in.
const colouredLines = code => {
  const copy = code.cloneNode(true);
  all('span[class^=w]', copy).forEach(span => span.replaceWith(...span.childNodes));
  return copy.innerHTML.split('\n');
};
const colouredBy = (text, spans) => {
  let at = 0, markup = '';
  for (const [begin, length, kind] of spans) {
    if (begin < at) continue;
    markup += `${escaped(text.slice(at, begin))}<span class="${kind}">${escaped(text.slice(begin, begin + length))}</span>`;
    at = begin + length;
  }
  return markup + escaped(text.slice(at));
};
const placeOf = (text, { line, column }) => {
  const lines = text.split('\n'), before = lines.slice(0, line - 1);
  return Math.min(text.length, before.join('\n').length + (before.length ? 1 : 0) + Math.max(0, column - 1));
};
let editors = 0;

const editor = ({ text, lines = [], name, placeholder = '', onRun, onLeave, onChange }) => {
  const hint = `editor-hint-${++editors}`;
  const colours = make('code'), marks = make('code');
  const area = make('textarea', { value: text, spellcheck: false, autocomplete: 'off', rows: 1, placeholder });
  for (const [attribute, value] of Object.entries({ 'aria-label': name, 'aria-describedby': hint, autocapitalize: 'off', autocorrect: 'off' })) area.setAttribute(attribute, value);
  const layers = [make('pre', {}, colours), make('pre', { className: 'marks' }, marks)];
  layers.forEach(layer => layer.setAttribute('aria-hidden', 'true'));
  const element = make('div', { className: 'field' }, ...layers, area);
  // Lines keep their colours while others change; the worker says those of what is new.
  const known = new Map(lines.map((line, i) => [text.split('\n')[i], line]));
  let isTaken = false, due;
  const paint = () => { colours.innerHTML = `${area.value.split('\n').map(line => known.get(line) ?? escaped(line)).join('\n')}\n`; };
  const colour = async () => {
    const { value } = area;
    if (!machine || active || value.split('\n').every(line => known.has(line))) return;
    try {
      const markup = colouredBy(value, JSON.parse(await machine.call('Colour', value)));
      if (value !== area.value) return;
      const each = value.split('\n');
      markup.split('\n').forEach((line, i) => { if (!known.has(each[i])) known.set(each[i], line); });
      paint();
    } catch { /* Without colours, then. */ }
  };
  const changed = () => {
    paint();
    marks.textContent = '';
    clearTimeout(due);
    due = setTimeout(colour, 150);
    onChange(area.value);
    completions.follow();
  };
  const type = words => { if (!document.execCommand(words ? 'insertText' : 'delete', false, words)) area.setRangeText(words, area.selectionStart, area.selectionEnd, 'end'); };
  const completions = completionsFor(area, element, type);
  const lineBegin = at => area.value.lastIndexOf('\n', at - 1) + 1;
  // Tab and Shift+Tab: the selected lines in or out; without a selection blanks up to the next fourth column.
  const indent = out => {
    const { selectionStart: from, selectionEnd: to, value } = area, begin = lineBegin(from), block = value.slice(begin, to);
    if (!out && from === to) return type(' '.repeat(4 - (from - begin) % 4));
    const shifted = block.replace(out ? /^ {1,4}/gm : /^/gm, out ? '' : '    ');
    area.setSelectionRange(begin, to);
    type(shifted);
    if (from !== to) area.setSelectionRange(begin, begin + shifted.length);
  };
  const hasBlanks = () => /^ /m.test(area.value.slice(lineBegin(area.selectionStart), area.selectionEnd));
  const breakLine = () => {
    const { selectionStart: from, value } = area, line = value.slice(lineBegin(from), from);
    const blanks = /^ */.exec(line)[0];
    type(`\n${blanks}${/[{[(]\s*$/.test(line) ? '    ' : ''}`);
  };
  area.onfocus = () => { isTaken = false; };
  area.onclick = () => { isTaken = true; touch(); };
  area.oninput = () => { isTaken = true; touch(); changed(); };
  area.onkeydown = event => {
    if (event.isComposing) return;
    if (completions.takes(event)) return event.preventDefault();
    const keys = event.ctrlKey || event.metaKey || event.altKey;
    if (event.key === 'Enter' && (event.shiftKey || event.ctrlKey || event.metaKey)) onRun();
    else if (event.key === 'Enter' && !keys) breakLine();
    else if (event.key === 'Escape') onLeave();
    else if (event.key === 'Tab' && !keys && isTaken && (!event.shiftKey || hasBlanks())) indent(event.shiftKey);
    else if (event.key === '}' && !keys && /^ +$/.test(area.value.slice(lineBegin(area.selectionStart), area.selectionStart))) { indent(true); type('}'); } else return;
    event.preventDefault();
  };
  paint();
  colourings.push(colour);
  return {
    element, area,
    hint: make('small', { id: hint, className: 'hint', textContent: 'Shift+Enter runs · Esc leaves' }),
    get text() { return area.value; },
    set text(value) { area.value = value; paint(); marks.textContent = ''; colour(); },
    focusAt(at) {
      area.focus();
      isTaken = true;
      area.setSelectionRange(at, at);
    },
    mark(places) {
      const { value } = area;
      let at = 0, markup = '';
      for (const begin of places.map(place => placeOf(value, place)).sort((a, b) => a - b)) {
        if (begin < at) continue;
        const [word] = /^(\w+|[^\n]?)/.exec(value.slice(begin));
        markup += `${escaped(value.slice(at, begin))}<mark>${escaped(word) || ' '}</mark>`;
        at = begin + word.length;
      }
      marks.innerHTML = `${markup}${escaped(value.slice(at))}\n`;
    },
  };
};
