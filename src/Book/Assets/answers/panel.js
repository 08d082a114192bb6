// The panel of a figure that answers: what it shows, what its reader sets, and what C# says to that. A figure is
// { name, told, views: { name: caption }, controls, begin, ask, draw, tell }; each of its functions is given the panel:
// get and set read and write what is set, machine.call asks C#, canvas gives a view, change says that something was set.
const answers = {};
const shown = number => String(Number(number.toPrecision(3))).replace('-', '−');

const slider = (name, label, min, max, step, value, read = shown) => panel => {
  const input = make('input', { type: 'range', name, min, max, step }), output = make('output');
  let exact; // What is dragged, or trained, may stand between two steps of the slider, or beyond its end.
  const set = number => {
    exact = number;
    input.value = exact;
    output.textContent = input.ariaValueText = read(exact);
  };
  input.oninput = () => { set(input.valueAsNumber); panel.change(name); };
  panel.fields[name] = { get: () => exact, set };
  set(value);
  return make('div', { className: 'row' }, make('label', {}, make('span', { textContent: label }), input), output);
};
const choice = (name, label, options) => panel => {
  const select = make('select', { name }, ...options.map(([value, textContent]) => make('option', { value, textContent })));
  select.onchange = () => panel.change(name);
  panel.fields[name] = { get: () => select.value, set: value => { select.value = value; } };
  return make('div', { className: 'row' }, make('label', {}, make('span', { textContent: label }), select));
};
const buttons = (label, list) => panel => {
  const group = make('div', { className: 'buttons', role: 'group', ariaLabel: label });
  for (const [name, run] of list) group.append(make('button', { type: 'button', textContent: name, onclick: event => run(panel, event.target) }));
  return group;
};

const panelOf = (figure, machine, place, cell, fail) => {
  const section = make('section', { className: `answering ${cell.dataset.answers}${Object.keys(figure.views).length > 1 ? ' several' : ''}` });
  section.setAttribute('aria-label', figure.name);
  const told = make('p', { className: 'told' }), tells = make('p', { className: 'tells' });
  const views = make('div', { className: 'views' }, ...Object.entries(figure.views).map(([name, caption]) => {
    const canvas = make('canvas');
    canvas.setAttribute('role', 'img');
    return make('figure', { className: name }, make('figcaption', { textContent: caption }), canvas);
  }));
  let isReady = false, isDue = false, isAsked = false, isAsking = false, isOver = false;
  const panel = {
    section, machine, cell, fields: {}, state: { exact: [] },
    get: name => panel.fields[name].get(),
    set: (name, value) => panel.fields[name].set(value),
    canvas: name => one(`.${name} canvas`, section),
    // In words what a view shows, for those who do not see it.
    label: (name, text) => panel.canvas(name).setAttribute('aria-label', text),
    caption: (name, text) => { one(`.${name} figcaption`, section).textContent = text; },
    tell: text => { tells.textContent = text; },
    explain: text => { told.textContent = text; },
    draw: () => {
      if (!isReady || isDue || isOver) return;
      isDue = true;
      requestAnimationFrame(() => { isDue = false; if (!isOver) figure.draw(panel); });
    },
    // One question at a time; of what is set meanwhile the last counts.
    change: async name => {
      figure.changed?.(panel, name);
      panel.draw();
      isAsked = true;
      if (isAsking) return;
      isAsking = true;
      try {
        while (isAsked && !isOver) {
          isAsked = false;
          await figure.ask(panel);
          panel.draw();
        }
      } catch (error) { panel.fail(error); }
      isAsking = false;
    },
    fail: error => { if (!isOver && error.name !== 'AbortError') fail(error); },
    isOver: () => isOver,
    // What a figure needs once, then its first answer.
    begin: async () => {
      await figure.begin?.(panel);
      isReady = true;
      await panel.change();
    },
  };
  panel.explain(figure.told);
  const controls = make('form', { className: 'controls', autocomplete: 'off', onsubmit: () => false }, ...figure.controls.map(control => control(panel)));
  section.append(told, make('div', { className: 'desk-of' }, views, controls), tells);
  place.append(section);

  const repaint = () => { readColours(section); panel.draw(); };
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const themes = new MutationObserver(repaint), sizes = new ResizeObserver(panel.draw);
  dark.addEventListener('change', repaint);
  themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  sizes.observe(views);
  panel.end = () => {
    isOver = true;
    machine.stop();
    dark.removeEventListener('change', repaint);
    themes.disconnect();
    sizes.disconnect();
    section.remove();
  };
  readColours(section);
  return panel;
};
