// What a reader does: buttons, fields, stories, clicks into the fit, and the address.
const restart = () => { say(''); return reset(); };
const remember = () => {
  const address = toAddress(settings());
  if (elsewhere) elsewhere.href = `playground.html${address}`; else history.replaceState(null, '', address);
};
const ready = async () => { if (!state?.history.length || !machine) await reset(); };
runButton.onclick = async () => {
  if (isRunning) return run(false);
  await ready();
  run(true);
};
one('.step', place).onclick = async () => {
  run(false);
  await ready();
  queue = queue.then(async () => { if (machine && state?.history.length) { await look(1); draw(); } }).catch(refuse);
};
one('.reset', place).onclick = () => { run(false); restart(); };

const unpress = () => all('.stories-of button', place).forEach(button => button.setAttribute('aria-pressed', 'false'));
for (const story of stories) {
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: story.name });
  button.setAttribute('aria-pressed', 'false');
  button.onclick = async () => {
    show({ ...initial, ...story.set });
    remember();
    unpress();
    button.setAttribute('aria-pressed', 'true');
    told.textContent = story.told;
    await restart();
    run(true);
  };
  one('.stories-of', place).append(button);
}

// The rate may change in the middle of a run; all else begins a new one.
form.onsubmit = event => event.preventDefault();
form.onchange = ({ target }) => {
  if (!names.includes(target.name)) return;
  target.value = allowed(target.name, target.value);
  if (target.name === 'seed') field('drawn').value = '0';
  show(settings());
  remember();
  unpress();
  told.textContent = '';
  if (target.name === 'rate' && machine && state?.history.length) machine.call('Rate', +target.value).catch(refuse);
  else restart();
};
canvasOf('fit').onclick = ({ offsetX, offsetY }) => {
  if (field('data').value !== 'own' || !clickable) return;
  const kind = form.elements.class.value, text = field('own').value.trimEnd();
  const point = [clickable.atX(offsetX), clickable.atY(offsetY)].map(value => String(Number(value.toPrecision(3))));
  field('own').value = `${text}${text ? '\n' : ''}${[...point, ...kind ? [kind] : []].join(', ')}`;
  remember();
  restart();
};
addEventListener('hashchange', () => { if (!elsewhere && location.hash.includes('=') || location.hash === '#start') { unpress(); show(fromAddress(location.hash)); restart(); } });
show(fromAddress(!elsewhere && location.hash.includes('=') ? location.hash : ''));
const repaint = () => { readColours(place); draw(); };
readColours(place);
// Until something runs, the fit is the picture that notebook 04 has of this network.
const still = one('.hero .nnf-svg')?.cloneNode(true);
if (still && toAddress(settings()) === '#start') {
  [still, ...all('[id]', still)].forEach(part => part.removeAttribute('id'));
  still.setAttribute('aria-hidden', 'true');
  one('.fit', place).append(Object.assign(document.createElement('div'), { className: 'still' }));
  one('.fit .still', place).append(still);
}
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint);
matchMedia('print').addEventListener('change', () => { readColours(place); if (state) drawAll(state); });
new MutationObserver(repaint).observe(document.documentElement, { attributeFilter: ['data-theme'] });
new ResizeObserver(draw).observe(one('.views', place));
window.endPlayground = () => { run(false); machine?.stop(); };
// Who has asked for it in the middle of another page sees where it begins.
if (elsewhere) restart();
