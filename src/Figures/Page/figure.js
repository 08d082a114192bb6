// Brings the static figures of a page alive. In every figure, the same text; the first copy that runs serves them all.
(() => {
'use strict';
const root = document.currentScript ? document.currentScript.getRootNode() : document;
if (window.nnFigures) return window.nnFigures(root);
const COLOURS = '{colours}';
const NETWORK = ['https://cdn.plot.ly/plotly-2.28.0.min.js', 'https://cdn.jsdelivr.net/npm/plotly.js-dist-min@2.28.0/plotly.min.js'];
const HASH = 'sha384-{hash}';
const live = new Set();

// plotly.js, once per page: the page's own copy if it has one, else from the network. An AMD loader would catch the
// library and complain, so where there is one the text runs inside a function that hides it.
let loading;
const plotly = () => window.Plotly ? Promise.resolve(window.Plotly) : loading ||= load();
const load = async () => {
  const own = window.neuralnetsPlotly || document.querySelector('meta[name=plotly-src]')?.content;
  for (const source of own ? [own] : NETWORK) {
    try {
      await run(source, own ? '' : HASH);
      if (window.Plotly) return window.Plotly;
    } catch { /* The next source, or the picture as it is. */ }
  }
  throw new Error('no plotly.js');
};
const run = async (source, integrity) => {
  const script = document.createElement('script');
  if (typeof define === 'function' && define.amd) {
    const answer = await fetch(source, { integrity });
    script.text = `(function(define,module,exports){${await answer.text()}\n}).call(window)`;
    document.head.append(script);
  } else {
    await new Promise((done, failed) => {
      Object.assign(script, { src: source, onload: done, onerror: failed });
      if (integrity) Object.assign(script, { integrity, crossOrigin: 'anonymous' });
      document.head.append(script);
    });
  }
};

// The theme of the page and its colour: what its own background says, else what the style sheet finds; and all colours there.
const themed = figure => {
  const { style } = figure;
  style.colorScheme = '';
  style.removeProperty('--figure-page');
  for (let e = figure; e; e = e.parentElement) {
    const { backgroundColor } = getComputedStyle(e);
    const [r, g, b, a = 1] = (backgroundColor.match(/^rgba?\((.*)\)/)?.[1] ?? '').split(',').map(Number);
    if (b >= 0 && a > .5) {
      style.colorScheme = .3 * r + .6 * g + .1 * b < 110 ? 'dark' : 'light';
      style.setProperty('--figure-page', backgroundColor);
      break;
    }
  }
};
const colours = figure => {
  const probe = figure.appendChild(document.createElement('i')), found = {};
  for (const hex in COLOURS) {
    probe.style.color = `var(${COLOURS[hex]})`;
    found[hex] = getComputedStyle(probe).color;
  }
  probe.remove();
  return found;
};

// A figure is alive when its script serves it: legend, slider, play. plotly.js, four hundred times as large, comes when a
// reader points at the plot, to read values and to zoom; it shows the frame that stands still.
const enliven = figure => {
  const made = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
  const isChart = figure.dataset.figure === 'chart', rest = made.layout.meta?.shown ?? -1;
  const hidden = new Set();
  let plot, asked, frame = rest;
  const state = () => { figure.dataset.live = plot && frame === rest ? 'plotly' : 'on'; };
  themed(figure);
  state();
  const upgrade = () => asked ||= draw(figure, isChart).then(drawn => {
    plot = drawn;
    for (const key of hidden) plot.show(key, false);
    state();
  }).catch(() => { figure.dataset.plotly = 'none'; figure.querySelector('.nnf-live')?.remove(); });
  const again = () => {
    if (!figure.isConnected) return live.delete(again), plot?.end();
    themed(figure);
    plot?.again();
  };
  live.add(again);
  if (isChart) return upgrade();
  keys(figure, (key, on) => {
    hidden[on ? 'delete' : 'add'](key);
    plot?.show(key, on);
  });
  const isPlaying = made.frames.length > 1 ? replay(figure, made, frames(figure, made, i => { frame = i; state(); })) : () => false;
  const svg = figure.querySelector('.nnf-svg');
  const pointed = e => !isPlaying() && frame === rest && (e.type === 'click' || e.pointerType === 'mouse') && upgrade();
  for (const event of ['pointermove', 'click']) svg.addEventListener(event, pointed);
};

// The frames of a replay, out of the picture itself: of each moving mark the part of its markup that differs.
const frames = (figure, made, moved) => {
  const panels = [...figure.querySelectorAll('.nnf-svg>.p')];
  const titles = panels.map(panel => [...panel.querySelectorAll('.nnf-title tspan')]);
  const final = titles.map(lines => lines.map(line => line.textContent));
  const marks = made.moving.map(([panel, mark]) => panels[panel].querySelector(`[data-i="${mark}"]`));
  const pieces = [];
  for (const piece of made.pieces) {
    const [place, before, middle, behind] = piece, like = pieces[place];
    pieces.push(typeof piece === 'string' ? piece : like.slice(0, before) + middle + like.slice(like.length - behind));
  }
  const still = made.frames[made.layout.meta.shown].title;
  return i => {
    made.frames[i].marks.forEach((mark, m) => { marks[m].innerHTML = mark.map(place => pieces[place]).join(''); });
    // A title that differs from the picture's stands in one line, however many the picture's has.
    const { title } = made.frames[i];
    titles.forEach((lines, p) => lines.forEach((line, l) => { line.textContent = title[p] === still[p] ? final[p][l] : l ? '' : title[p]; }));
    moved(i);
  };
};

const replay = (figure, made, show) => {
  const last = made.frames.length - 1, { frames: label, shown, plays } = made.layout.meta;
  const bar = document.createElement('div');
  bar.className = 'nnf-replay';
  bar.innerHTML = '<button type="button"></button><input type="range" min="0" step="1"><output></output>';
  const [button, slider, output] = bar.children;
  let timer = 0;
  const name = i => `${label} ${made.frames[i].name}`.trim();
  const at = i => {
    slider.value = i;
    output.textContent = name(i);
    slider.setAttribute('aria-valuetext', name(i));
  };
  const pause = () => {
    clearInterval(timer);
    timer = 0;
    button.textContent = '▶';
    button.setAttribute('aria-label', 'Play');
  };
  const go = i => { at(i); show(i); };
  slider.max = last;
  slider.setAttribute('aria-label', label || 'frame');
  slider.oninput = () => { pause(); go(+slider.value); };
  button.onclick = () => {
    if (timer) return pause();
    button.textContent = '❚❚';
    button.setAttribute('aria-label', 'Pause');
    if (+slider.value === last) go(0);
    timer = setInterval(() => figure.isConnected && +slider.value < last ? go(+slider.value + 1) : pause(), Math.max(80, 5000 / (last + 1)));
  };
  pause();
  at(shown);
  figure.append(bar);
  if (!plays) button.remove();
  else if (!matchMedia('(prefers-reduced-motion:reduce)').matches) {
    // A run plays once by itself, when most of it is seen first, or when it fills most of a small window.
    const first = new IntersectionObserver(entries => {
      if (!entries.some(e => e.intersectionRatio >= .6 || e.intersectionRect.height >= .6 * innerHeight)) return;
      first.disconnect();
      if (!timer && +slider.value === shown) button.click();
    }, { threshold: [.1, .2, .3, .4, .5, .6] });
    first.observe(figure);
  }
  return () => timer > 0;
};

// The legend's entries switch their marks on and off; by keyboard a legend is one stop, and the arrow keys move within it.
const keys = (figure, switched) => figure.querySelectorAll('.nnf-svg>.p').forEach((panel, p) => {
  const entries = [...panel.querySelectorAll('.nnf-key')];
  const stopAt = entry => entries.forEach(other => other.setAttribute('tabindex', other === entry ? 0 : -1));
  entries.forEach((key, k) => {
    figure.querySelector('.nnf-svg').setAttribute('role', 'group');
    for (const [name, value] of Object.entries({ role: 'button', 'aria-pressed': true, 'aria-label': key.textContent })) key.setAttribute(name, value);
    const mark = panel.querySelector(`[data-i="${key.dataset.mark}"]`);
    const toggle = () => {
      const on = key.getAttribute('aria-pressed') !== 'true';
      key.setAttribute('aria-pressed', on);
      mark.style.display = on ? '' : 'none';
      switched(`${p ? `x${p + 1}` : 'x'} ${key.dataset.mark}`, on);
    };
    const reached = { ArrowRight: k + 1, ArrowDown: k + 1, ArrowLeft: k - 1, ArrowUp: k - 1, Home: 0, End: -1 };
    key.onclick = toggle;
    key.onfocus = () => stopAt(key);
    key.onkeydown = e => {
      if (e.key in reached) entries.at(reached[e.key] % entries.length).focus();
      else if (e.key === 'Enter' || e.key === ' ') toggle();
      else return;
      e.preventDefault();
    };
  });
  stopAt(entries[0]);
});

// The plot areas of plotly's figure lie exactly where the static picture has them; titles and legends stay the picture's.
const place = (figure, layout) => {
  const box = figure.querySelector('.nnf-svg').getBoundingClientRect();
  Object.assign(layout, { width: box.width, height: box.height });
  if (figure.dataset.figure === 'chart') return layout;
  layout.font.size = '{tick}' * figure.querySelector('[data-plot]').getScreenCTM().a;
  figure.querySelectorAll('[data-plot]').forEach((area, i) => {
    const r = area.getBoundingClientRect(), n = i ? i + 1 : '';
    layout[`xaxis${n}`].domain = [(r.left - box.left) / box.width, (r.right - box.left) / box.width];
    layout[`yaxis${n}`].domain = [(box.bottom - r.bottom) / box.height, (box.bottom - r.top) / box.height];
  });
  return layout;
};
const read = figure => {
  const found = colours(figure);
  const text = figure.querySelector('script[type="application/json"]').textContent;
  const made = JSON.parse(text.replace(/"(#[0-9a-f]{6})(33)?"/g, (all, hex, faint) =>
    !found[hex] ? all : faint ? `"${found[hex].replace(')', ',.2)').replace('rgb(', 'rgba(')}"` : `"${found[hex]}"`));
  const { layout } = made;
  (layout.font ??= {}).family ??= getComputedStyle(figure.querySelector('.nnf-svg')).fontFamily;
  if (figure.dataset.figure === 'figure') {
    layout.showlegend = false;
    layout.annotations = (layout.annotations ?? []).filter(a => a.name !== 'title');
    for (const axis in layout) if (/^[xy]axis/.test(axis)) delete layout[axis].title;
    // Neurons shrink with the picture; dots of data stay as they are.
    const scale = figure.querySelector('[data-plot]').getScreenCTM().a;
    for (const { marker } of made.data) if (marker?.size > 9) marker.size *= scale;
  }
  layout.dragmode = matchMedia('(pointer:coarse)').matches ? false : 'zoom';
  return Object.assign(made, { theme: Object.values(found).join() });
};

// The figure by plotly.js, over the picture.
const draw = async (figure, isChart) => {
  const Plotly = await plotly();
  const svg = figure.querySelector('.nnf-svg');
  let made = read(figure);
  const plot = document.createElement('div');
  plot.className = 'nnf-live';
  if (isChart) for (const [name, value] of [['role', 'img'], ['aria-label', svg.querySelector('title').textContent]]) plot.setAttribute(name, value);
  else plot.setAttribute('aria-hidden', true);
  figure.prepend(plot);
  await Plotly.newPlot(plot, made.data, place(figure, made.layout), { displayModeBar: false, doubleClick: 'reset' });
  // The picture's own ticks, until the reader zooms in.
  const ticks = mode => change => Plotly.update(plot, {}, Object.fromEntries(Object.keys(change ?? plot.layout).flatMap(
    key => /^[xy]axis\d*(?=\.range|$)/.exec(key) ?? []).map(axis => [`${axis}.tickmode`, mode])));
  plot.on('plotly_relayout', change => Object.keys(change).some(key => /\.range/.test(key)) && ticks('auto')(change));
  plot.on('plotly_doubleclick', () => ticks('array')());
  const sized = new ResizeObserver(() => {
    if (svg.clientWidth && Math.abs(svg.clientWidth - plot.clientWidth) > 1) Plotly.relayout(plot, place(figure, made.layout));
  });
  sized.observe(svg);
  return {
    end: () => sized.disconnect(),
    again: () => {
      const now = read(figure);
      if (now.theme === made.theme) return;
      now.data.forEach((trace, i) => { trace.visible = plot.data[i].visible ?? true; });
      made = now;
      Plotly.react(plot, made.data, place(figure, made.layout));
    },
    show: (key, on) => {
      const traces = plot.data.map((t, i) => `${t.xaxis ?? 'x'} ${t.meta}` === key ? i : -1).filter(i => i >= 0);
      if (traces.length) Plotly.restyle(plot, { visible: on }, traces);
    },
  };
};

const seen = new IntersectionObserver(entries => entries.filter(e => e.isIntersecting).forEach(({ target }) => {
  seen.unobserve(target);
  enliven(target);
}), { rootMargin: '300px' });
window.nnFigures = where => where.querySelectorAll('.nnf:not([data-live])').forEach(figure => {
  if (!figure.querySelector('script[type="application/json"]')) return;
  figure.dataset.live = 'seen';
  seen.observe(figure);
});
const follow = () => live.forEach(again => again());
for (const element of [document.documentElement, document.body]) if (element) new MutationObserver(follow).observe(element, { attributes: true });
matchMedia('(prefers-color-scheme:dark)').addEventListener('change', follow);
window.nnFigures(root);
})();
