// A cell of the page: its code as the author has it, or an editor of it; its buttons; what it shows.
const errorBox = (error, goTo) => {
  const box = make('div', { className: 'output error', role: 'group' });
  box.setAttribute('aria-label', 'Error');
  const [, head, rest] = /^((?:CS\d+|[\w.]*\w+(?:Exception|Error)))?:?\s*([^]*)$/.exec(error.message);
  box.append(make('p', { textContent: error.kind === 'compile' ? 'This does not compile' : head || 'Error' }));
  const told = error.kind === 'compile' && error.diagnostics?.length ? error.diagnostics : [{ ...error, message: error.kind === 'compile' ? error.message : rest }];
  for (const { message, line, column } of told) {
    const where = line > 0 ? [button('place', `Line ${line}${column > 0 ? `, column ${column}` : ''}`, () => goTo({ line, column })), ': '] : [];
    box.append(make('pre', {}, ...where, message));
  }
  return box;
};

// Where an error is, as far as it says.
const placesIn = error => !error ? [] : [error, ...error.diagnostics ?? []].filter(({ line }) => line > 0);

// What a cell, a solution and an exercise have in common: text that runs, a line that says how it goes, outputs.
const runnable = ({ order, name, place, saved, code, goTo, buttons }) => {
  const words = make('p', { className: 'said', role: 'status' });
  place.after(words);
  const outputs = outputsBelow(words, saved);
  const self = {
    order, name, words,
    get text() { return code(); },
    get printed() { return outputs.text; },
    say(...parts) { words.replaceChildren(...parts); },
    link: () => button('place', `${name[0].toUpperCase()}${name.slice(1)} stops with an error.`, () => words.scrollIntoView({ block: 'center' })),
    wait() {
      self.isBusy = true;
      self.say('Waiting …');
      buttons.forEach(each => label(each, '■', 'Stop', name));
    },
    idle() {
      self.isBusy = false;
      buttons.forEach(each => label(each, '▶', 'Run', name));
      if (words.textContent === 'Waiting …') self.say('');
    },
    begin() { outputs.begin(); },
    show(output) { outputs.show(output); },
    end({ error, seconds, stopped }) {
      if (error) outputs.fail(errorBox(error, goTo));
      outputs.end(stopped === undefined);
      self.failed?.(error);
      self.say(stopped ?? (seconds >= .95 ? `${seconds.toFixed(1)} s` : ''));
    },
    age() { outputs.age(); },
    restore() { outputs.restore(); self.say(''); },
    press() { if (self.isBusy) stop(); else run(self); },
  };
  buttons.forEach(each => { each.onclick = () => { touch(); self.press(); }; });
  self.idle();
  return self;
};
const runButton = () => button('run', '');
const label = (element, sign, word, name) => {
  element.replaceChildren(make('span', { className: 'sign', textContent: sign }), make('span', { className: 'word', textContent: word }));
  element.title = `${word} ${name}`;
  element.setAttribute('aria-label', element.title);
};

// The buttons of a cell: one stop by keyboard, within which the arrow keys move.
const toolbar = (name, buttons) => {
  const bar = make('div', { className: 'tools' }, ...buttons);
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', name);
  buttons.forEach((each, i) => { each.tabIndex = i ? -1 : 0; });
  bar.onkeydown = event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key], shown = [...bar.children].filter(each => each.checkVisibility());
    if (!step) return;
    event.preventDefault();
    shown.at((shown.indexOf(event.target) + step) % shown.length).focus();
  };
  return bar;
};

const cellOf = element => {
  const parts = all(':scope > .code', element), codes = parts.map(part => one('code', part));
  const author = codes.map(code => code.textContent).join('\n');
  const name = element.id ? `cell ${element.id.replace('cell-', '')}` : 'this cell';
  const [atSide, inEditor] = [runButton(), runButton()];
  const edit = button('edit', 'Edit', () => open());
  edit.setAttribute('aria-label', `Edit ${name}`);
  const copy = one('.copy', element), tools = toolbar(name, [atSide, edit, ...copy ? [copy] : []]);
  element.prepend(tools);
  let editing, frame;
  const reset = button('reset', 'Changed: reset', () => { self.restore(); done.delete(self); atSide.focus(); });
  const saved = [...element.children].filter(part => part.matches('.output, .figure'));
  const self = runnable({
    order: +element.dataset.run, name, place: parts.at(-1), saved, buttons: [atSide, inEditor],
    code: () => editing?.text ?? author,
    goTo: place => { open(); editing.focusAt(placeOf(editing.text, place)); },
  });
  self.isForgiven = Boolean(element.closest('.checks') || one('.output.error', element));
  const restoreOutputs = self.restore;
  self.restore = () => { restoreOutputs(); if (editing) { editing.text = author; close(); } };
  let failure;
  self.failed = error => {
    failure = error;
    editing?.mark(placesIn(error));
  };

  const open = at => {
    touch();
    if (!editing) {
      editing = editor({
        text: author, lines: codes.flatMap(colouredLines), name: `Code of ${name}`,
        onRun: () => self.press(),
        onLeave: () => { close(); atSide.focus(); },
        onChange: text => { failure = undefined; reset.hidden = text === author; if (done.delete(self)) self.age(); },
      });
      reset.hidden = true;
      frame = make('div', { className: 'code editor' }, editing.element, make('div', { className: 'desk' }, inEditor, reset, editing.hint));
      frame.addEventListener('focusout', ({ relatedTarget }) => { if (relatedTarget && !element.contains(relatedTarget)) close(); });
    }
    if (!frame.isConnected) {
      parts[0].before(frame);
      parts.forEach(part => { part.hidden = true; });
      element.classList.add('editing');
      if (copy) { editing.hint.before(copy); copy.tabIndex = 0; }
    }
    if (failure) self.failed(failure);
    editing.focusAt(at ?? editing.text.length);
  };
  // Back to the author's code, unless there is other.
  const close = () => {
    if (!frame?.isConnected || editing.text !== author) return;
    frame.remove();
    parts.forEach(part => { part.hidden = false; });
    element.classList.remove('editing');
    if (copy) { tools.append(copy); copy.tabIndex = -1; }
  };
  element.codeText = () => editing?.text ?? author;

  // A click into the code begins to write there; one that selects does not.
  parts.forEach((part, p) => one('pre', part).addEventListener('click', event => {
    if (!getSelection().isCollapsed || event.target.closest('button')) return;
    const spot = document.caretPositionFromPoint?.(event.clientX, event.clientY);
    const range = document.createRange();
    if (spot && part.contains(spot.offsetNode)) {
      range.setStart(codes[p], 0);
      range.setEnd(spot.offsetNode, spot.offset);
      open(codes.slice(0, p).reduce((length, code) => length + code.textContent.length + 1, 0) + range.toString().length);
    } else open();
  }));
  return self;
};
