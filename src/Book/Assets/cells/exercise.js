// An exercise: an editor under its text, kept in this browser; its solution runs too. Check compares what both print, or runs the
// solution's own checks after the reader's code.
const keep = (key, text) => { try { if (text === undefined) localStorage.removeItem(key); else localStorage.setItem(key, text); } catch { /* It lasts as long as the page. */ } };
const kept = key => { try { return localStorage.getItem(key); } catch { return null; } };

const solutionOf = (details, order, name) => {
  const codes = all(':scope > .code', details), blocks = [];
  codes.forEach((element, i) => {
    const code = one('code', element), printed = element.nextElementSibling, at = runButton();
    element.append(make('div', { className: 'desk' }, at));
    blocks.push(runnable({
      order, name: `the solution of ${name}${codes.length > 1 ? `, part ${i + 1}` : ''}`, place: element, buttons: [at],
      saved: printed?.matches('pre.output') ? [printed] : [], code: () => code.textContent, goTo: () => element.scrollIntoView({ block: 'center' }),
    }));
    blocks[i].before = blocks.slice(0, i);
  });
  return blocks;
};

const tryOf = element => {
  const details = element.nextElementSibling, given = element.previousElementSibling?.matches('.code') ? element.previousElementSibling : undefined;
  const { exercise, checks, needs, value, tolerance } = element.dataset;
  const title = exercise.replace(/\.$/, ''), name = `exercise ${title}`;
  const key = `exercise ${location.pathname.split('/').at(-1)} ${title}`;
  const author = given ? one('code', given).textContent : '', lines = given ? colouredLines(one('code', given)) : [];
  const expected = all('pre.output', details).map(pre => pre.textContent).join('\n').split('\n');
  if (value !== undefined) expected.pop(); // The title of a figure.
  const [runs, checking] = [runButton(), button('check', 'Check', () => check())];
  checking.setAttribute('aria-label', `Check ${name}`);
  const reset = button('reset', 'Reset', () => { editing.text = author; changed(author); self.restore(); editing.area.focus(); });
  const changed = text => { reset.hidden = text === author; keep(key, text === author ? undefined : text); mark(); };
  const editing = editor({
    text: kept(key) ?? author, lines: kept(key) === null ? lines : [], name: `Your code for ${name}`, placeholder: given ? '' : 'Write your code here.',
    onRun: () => self.press(), onLeave: () => runs.focus(), onChange: changed,
  });
  const desk = make('div', { className: 'desk' }, runs, checking, reset, editing.hint);
  const frame = make('div', { className: 'code editor' }, editing.element, desk);
  if (given) given.hidden = true;
  element.append(frame);
  reset.hidden = editing.text === author;
  const self = runnable({
    order: +element.dataset.run, name, place: frame, saved: [], buttons: [runs], code: () => editing.text,
    goTo: place => editing.focusAt(placeOf(editing.text, place)),
  });
  self.failed = error => editing.mark(placesIn(error));
  const mark = kind => { self.words.classList.remove('right', 'wrong'); if (kind) self.words.classList.add(kind); };
  const answer = ({ isRight, words }) => { mark(isRight ? 'right' : 'wrong'); self.say(`${isRight ? '✓' : '✗'} ${words}`); };
  const byChecks = async () => {
    const missing = needs.split(' ').find(word => word && !new RegExp(`\\b${word}\\b`).test(editing.text));
    if (missing) return { isRight: false, words: `The solution's check asks for “${missing}”. Call yours so.` };
    let text = '';
    const { error } = await compute(checks, output => { if (output.kind === 'stdout') text += output.text; });
    if (error) return { isRight: false, words: error.message.replace(/^[\w.]*CheckFailedException: /, '') };
    return { isRight: true, words: `Right. ${text.trim().replace(/^✓ /gm, '').split('\n').join('; ')}` };
  };
  const check = () => {
    mark();
    if (!editing.text.trim()) return answer({ isRight: false, words: 'There is no code yet.' });
    touch();
    run(self, async ({ error }) => {
      if (error) return answer({ isRight: false, words: 'Your code stops with an error.' });
      if (checks) return answer(await byChecks());
      if (!linesOf(expected.join('\n')).length) return self.say('The solution shows a figure: run it, and compare.');
      answer(compare(expected.join('\n'), self.printed, tolerance ? { ...JSON.parse(tolerance), isSet: true } : {}));
    });
  };
  const begin = self.begin;
  self.begin = () => { mark(); begin(); };
  const solution = solutionOf(details, self.order, name);
  return [self, ...solution];
};
