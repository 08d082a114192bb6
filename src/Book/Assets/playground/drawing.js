
// Drawing on a canvas: its size in pixels of the screen, colours of the page's theme, two scales.
const canvases = Object.fromEntries(all('canvas').map(canvas => [canvas.dataset.view, canvas]));
const style = getComputedStyle(field);
// A custom property keeps its light-dark(); as a colour of the probe it is resolved.
const probe = field.appendChild(document.createElement('span'));
probe.hidden = true;
const colour = name => { probe.style.color = `var(--${name})`; return getComputedStyle(probe).color; };
let colours;
const readColours = () => { colours = Object.fromEntries(['page', 'ink', 'quiet', 'rule', 'one', 'two'].map(name => [name, colour(name)])); };
const sizes = new Map();
const begin = view => {
  const canvas = canvases[view], pen = canvas.getContext('2d');
  let size = sizes.get(view);
  if (!size) {
    const { clientWidth: width, clientHeight: height } = canvas, ratio = devicePixelRatio;
    sizes.set(view, size = { width, height, ratio });
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
  }
  pen.setTransform(size.ratio, 0, 0, size.ratio, 0, 0);
  pen.clearRect(0, 0, size.width, size.height);
  pen.font = `11px ${style.fontFamily}`;
  pen.lineJoin = 'round';
  return { pen, ...size };
};
const scale = ([low, high], from, to) => {
  const by = (to - from) / (high - low);
  return Object.assign(value => from + (value - low) * by, { back: place => low + (place - from) / by });
};
const ticks = ([low, high]) => {
  const rough = (high - low) / 4, power = 10 ** Math.floor(Math.log10(rough));
  const step = power * [1, 2, 5, 10].find(factor => factor * power >= rough);
  const found = [];
  for (let i = Math.ceil(low / step); i * step <= high + 1e-12; i++) found.push(+(i * step).toPrecision(6));
  return found;
};
const said = number => `${number}`.replace('-', '−');
const axes = (pen, box, x, y, xs, ys, ySaid = said) => {
  pen.strokeStyle = colours.rule;
  pen.fillStyle = colours.quiet;
  pen.lineWidth = 1;
  pen.beginPath();
  pen.textAlign = 'center';
  for (const tick of xs) { pen.moveTo(x(tick), box.top); pen.lineTo(x(tick), box.bottom); pen.fillText(said(tick), x(tick), box.bottom + 14); }
  pen.textAlign = 'right';
  for (const tick of ys) { pen.moveTo(box.left, y(tick)); pen.lineTo(box.right, y(tick)); pen.fillText(ySaid(tick), box.left - 5, y(tick) + 4); }
  pen.stroke();
};
const curve = (pen, xs, ys, x, y, stroke, width, dash = []) => {
  pen.strokeStyle = stroke;
  pen.lineWidth = width;
  pen.setLineDash(dash);
  pen.beginPath();
  for (let i = 0; i < ys.length; i++) if (Number.isFinite(ys[i])) pen.lineTo(x(xs[i]), y(ys[i]));
  pen.stroke();
  pen.setLineDash([]);
};
const dot = (pen, at, to, radius, fill, edge) => {
  pen.beginPath();
  pen.arc(at, to, radius, 0, 7);
  if (fill) { pen.fillStyle = fill; pen.fill(); }
  if (edge) { pen.strokeStyle = edge; pen.lineWidth = 1; pen.stroke(); }
};
const within = (pen, { left, top, right, bottom }, draw) => {
  pen.save();
  pen.beginPath();
  pen.rect(left, top, right - left, bottom - top);
  pen.clip();
  draw();
  pen.restore();
};
