
// What the reader's hands do.
const { fit } = canvases;
const showKnobs = () => {
  const { data } = Object.fromEntries(inputs.map(input => [input.name, input.value])), isOwn = !kinds.includes(data);
  for (const name of ['noise', 'count', 'draw']) one(`[name=${name}]`).disabled = isOwn;
  one('.clicks').hidden = !isOwn;
  one('.classes').hidden = data !== 'classes';
  fit.classList.toggle('clickable', isOwn);
  if (isOwn) fit.tabIndex = 0; else fit.removeAttribute('tabindex');
  fit.setAttribute('role', isOwn ? 'application' : 'img');
  if (!isOwn) cross = undefined;
};
const begunAnew = async () => {
  const wasRunning = running;
  showKnobs();
  if (!readState().wrong) writeAddress();
  if (await prepare() && wasRunning) loop = advance();
};
knobs.addEventListener('submit', event => event.preventDefault());
knobs.addEventListener('change', event => {
  if (event.target.name === 'data') points = [];
  begunAnew();
});
one('[name=speed]').onchange = () => { if (!readState().wrong) writeAddress(); };
const actions = {
  run: () => running ? setRunning(false) : run(),
  step,
  reset: () => prepare(),
  paste: () => {
    const result = one('.pasted');
    try {
      const { hasClasses, numbers, isScaled } = readTable(one('textarea').value);
      one('[name=data]').value = hasClasses ? 'classes' : 'curve';
      points = numbers;
      result.textContent = `${numbers.length / (hasClasses ? 3 : 2)} points.${isScaled ? ' Columns with numbers beyond 3 were brought to 0…1.' : ''}`;
      result.classList.remove('wrong');
      begunAnew();
    } catch (error) { result.textContent = error.message; result.classList.add('wrong'); }
  },
};
field.addEventListener('click', event => actions[event.target.closest('[data-do]')?.dataset.do]?.());

// Points of the reader's own.
const add = (x, y) => {
  points.push(short(x), short(y));
  if (scene.hasClasses) points.push(+one('[name=class]:checked').value);
  begunAnew();
};
fit.onclick = event => {
  if (!scene?.isOwn) return;
  const { x, y } = fitScales({ width: fit.clientWidth, height: fit.clientHeight }, scene);
  add(x.back(event.offsetX), y.back(event.offsetY));
};
fit.onkeydown = event => {
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1] }[event.key];
  if (!scene?.isOwn || !way && event.key !== 'Enter' && event.key !== 'Backspace') return;
  event.preventDefault();
  const middle = ([low, high]) => (low + high) / 2, part = ([low, high]) => (high - low) / 40;
  cross ??= [middle(scene.x), middle(scene.y)];
  if (way) { cross = [cross[0] + way[0] * part(scene.x), cross[1] + way[1] * part(scene.y)]; draw(); }
  else if (event.key === 'Enter') add(...cross);
  else { points.splice(-scene.width); begunAnew(); }
};

// A link of the page, or an address that was changed: the run that it says, at once.
addEventListener('hashchange', async () => {
  if (!isState()) return;
  readAddress();
  showKnobs();
  field.scrollIntoView({ block: 'start' });
  runButton.focus({ preventScroll: true });
  if (await prepare()) loop = advance();
});
const redraw = () => { sizes.clear(); readColours(); draw(); };
new ResizeObserver(redraw).observe(field);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
new MutationObserver(redraw).observe(document.documentElement, { attributeFilter: ['data-theme'] });

if (!document.querySelector('meta[name=machine-src]')) {
  one('.without').textContent = 'This copy of the book was made without C# in its pages, so that nothing trains here. The picture is the end of such a run.';
} else {
  field.classList.add('alive');
  readAddress();
  showKnobs();
  redraw();
  if (isState()) prepare();
}
