// What a cell shows, as it comes: text below text, values, figures; they stand in the place of what the book had saved.
const most = 200_000; // Characters of a text; a page with more is slow, and nobody reads them.
const isFigure = html => /<\w+[^>]*\sdata-figure[\s=>]/.test(html);
const isInColumns = text => /\S {2,}\S/.test(text);
const printed = (kind, text = '') => {
  const pre = make('pre', { className: `output ${kind}` });
  pre.append(text);
  return pre;
};

// A figure's script is the same text in all of them, and serves what it finds around it.
const html = markup => {
  const box = make('div', { className: 'output html' });
  for (const [, id] of markup.matchAll(/<\w+(?=[^>]*\sdata-figure[\s=>])[^>]*\sid="([^"]+)"/g)) {
    let own = id;
    for (let n = 1; document.getElementById(own); n++) own = `${id}-${n}`;
    if (own !== id) markup = markup.replace(new RegExp(`(?<=["'#])${id.replace(/[^\w-]/g, '\\$&')}(?=[-"')\\s])`, 'g'), own);
  }
  box.innerHTML = markup;
  return box;
};
const enliven = box => all('script[data-figure-script]', box).forEach(script => script.replaceWith(make('script', { text: script.text })));

const plain = text => text.replace(/\x1B\[[0-9;?]*[A-Za-z]/g, '');
const shownValue = ({ mime }) => {
  if (mime['text/html'] !== undefined) return html(mime['text/html']);
  if (mime['image/svg+xml'] !== undefined) return html(mime['image/svg+xml']);
  const text = plain(mime['text/plain'] ?? Object.values(mime)[0] ?? '');
  const pre = printed('result', text.replace(/\n+$/, ''));
  pre.classList.toggle('columns', isInColumns(text));
  return pre;
};

// What a page does where more has come: boxes that scroll are reached by keyboard.
const grown = () => window.dispatchEvent(new Event('grown'));

// The outputs below an element. `saved` stand there now; what a run shows replaces them until they are restored.
const outputsBelow = (above, saved) => {
  const box = make('div', { className: 'ran' });
  const captions = saved.filter(part => part.matches('figure')).map(part => part.id);
  let isNew = true, named, figures, pending, last, length, text;
  const clear = () => {
    if (!isNew) return;
    isNew = false;
    box.replaceChildren();
    saved.forEach(part => part.remove());
    above.after(box);
  };
  const mark = (name, on) => [box, ...saved].forEach(part => part.classList.toggle(name, on));
  // Text comes in many small pieces: a page is changed once a frame.
  const flush = () => {
    if (!pending) return;
    clear();
    const { kind, words } = pending;
    pending = undefined;
    if (length > most) return;
    length += words.length;
    if (!last?.matches(`.${kind}`)) box.append(last = printed(kind));
    last.append(length > most ? `${words.slice(0, most)}\n… There is more than the page shows: over ${most.toLocaleString('en')} characters.` : words);
    if (isInColumns(words)) last.classList.add('columns');
    grown();
  };
  const place = (id, part) => {
    const earlier = id && named.get(id);
    if (earlier) earlier.replaceWith(part); else box.append(part);
    if (id) named.set(id, part);
  };
  return {
    get text() { return text.join(''); },
    begin() {
      [isNew, named, figures, pending, last, length, text] = [true, new Map(), 0, undefined, undefined, 0, []];
      mark('running', true);
    },
    show(output) {
      if (output.kind === 'stdout' || output.kind === 'stderr') {
        if (output.kind === 'stdout') text.push(output.text);
        if (pending && pending.kind !== output.kind) flush();
        if (pending) pending.words += plain(output.text);
        else { pending = { kind: output.kind, words: plain(output.text) }; requestAnimationFrame(flush); }
        return;
      }
      flush();
      clear();
      last = undefined;
      let part = shownValue(output);
      const box = part;
      if (isFigure(output.mime['text/html'] ?? '')) {
        const earlier = named.get(output.id), id = earlier?.id || captions[figures];
        if (!earlier) figures++;
        earlier?.removeAttribute('id');
        const caption = id ? [make('figcaption', {}, make('a', { href: `#${id}`, textContent: `Figure ${id.replace(/^figure-/, '').replace(/-/g, '.')}` }))] : [];
        part = make('figure', { className: 'figure', id: id ?? '' }, ...caption, part);
        if (!id) part.removeAttribute('id');
      } else text.push(`${output.mime['text/plain'] ?? ''}\n`);
      place(output.id, part);
      enliven(box);
    },
    fail(element) { flush(); clear(); box.append(element); },
    end(isWhole) {
      flush();
      if (isWhole) clear();
      all('pre.output', box).forEach(pre => { if (!pre.textContent.trim()) pre.remove(); });
      mark('running', false);
      mark('aged', false);
      grown();
    },
    // From before a cell above was run again.
    age() { mark('running', false); mark('aged', box.isConnected); },
    restore() {
      mark('running', false);
      mark('aged', false);
      if (box.isConnected) box.replaceWith(...saved);
    },
  };
};
