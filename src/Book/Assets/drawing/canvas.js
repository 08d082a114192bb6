// Canvases: as large as their places, in the colours of the page, drawn at most once a frame.
let colours = {};
const probe = document.createElement('i');
const readColours = place => {
  place.append(probe);
  for (const name of ['page', 'ink', 'quiet', 'rule', 'blue', 'orange', 'green', 'grey', 'middle', 'most', 'violet', 'brown']) {
    probe.style.color = `var(--${name})`;
    colours[name] = getComputedStyle(probe).color;
  }
  probe.remove();
};
const surface = canvas => {
  const { clientWidth: width, clientHeight: height } = canvas, ratio = Math.min(2, devicePixelRatio || 1);
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio))
    [canvas.width, canvas.height] = [Math.round(width * ratio), Math.round(height * ratio)];
  const pen = canvas.getContext('2d');
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width, height);
  pen.font = '11px system-ui, sans-serif';
  pen.lineJoin = pen.lineCap = 'round';
  return { pen, width, height };
};
const spread = numbers => {
  let low = Infinity, high = -Infinity;
  for (const number of numbers) if (Number.isFinite(number)) { if (number < low) low = number; if (number > high) high = number; }
  return low <= high ? [low, high] : [0, 1];
};
const padded = ([low, high], share = .08) => { const pad = (high - low || 1) * share; return [low - pad, high + pad]; };
const roundStep = span => { const ten = 10 ** Math.floor(Math.log10(span)), part = span / ten; return (part >= 5 ? 5 : part >= 2 ? 2 : 1) * ten; };
const ticks = ([low, high], wanted) => {
  const step = roundStep((high - low) / wanted), first = Math.ceil(low / step), count = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from({ length: count > 0 && count < 100 ? count : 0 }, (_, i) => (first + i) * step || 0);
};
const brief = number => Math.abs(number) >= 1e4 && Math.abs(number) < 1e6 ? Math.round(number).toLocaleString('en')
  : Math.abs(number) >= 1e6 || number !== 0 && Math.abs(number) < 1e-3
  ? number.toExponential(1).replace('e+', 'e') : String(Number(number.toPrecision(3)));

// A plot: its axes in grey, and where a value stands.
const plot = ({ pen, width, height }, rangeX, rangeY, { log = false } = {}) => {
  const left = 40, right = 8, top = 8, bottom = 22;
  const x = value => left + (value - rangeX[0]) / (rangeX[1] - rangeX[0]) * (width - left - right);
  const y = value => height - bottom - (value - rangeY[0]) / (rangeY[1] - rangeY[0]) * (height - top - bottom);
  pen.lineWidth = 1;
  pen.strokeStyle = colours.rule;
  pen.fillStyle = colours.quiet;
  pen.textBaseline = 'middle';
  pen.textAlign = 'right';
  const rows = log ? ticks(rangeY, 4).filter(at => Number.isInteger(at)) : ticks(rangeY, Math.max(2, height / 60));
  for (const at of rows) {
    pen.beginPath(); pen.moveTo(left, y(at)); pen.lineTo(width - right, y(at)); pen.stroke();
    pen.fillText(log ? brief(10 ** at) : brief(at), left - 6, y(at));
  }
  pen.textAlign = 'center';
  pen.textBaseline = 'top';
  for (const at of ticks(rangeX, Math.max(2, width / 90))) pen.fillText(brief(at), x(at), height - bottom + 7);
  pen.save();
  pen.beginPath(); pen.rect(left, 0, width - left - right + 4, height - bottom + 1); pen.clip();
  return { x, y, left, right: width - right, top, bottom: height - bottom, end: () => pen.restore(),
    atX: at => rangeX[0] + (at - left) / (width - left - right) * (rangeX[1] - rangeX[0]),
    atY: at => rangeY[0] + (height - bottom - at) / (height - top - bottom) * (rangeY[1] - rangeY[0]) };
};
const line = (pen, xs, ys, x, y) => {
  pen.beginPath();
  for (let i = 0, on = false; i < xs.length; i++) {
    if (!Number.isFinite(ys[i])) { on = false; continue; }
    const at = Math.max(-1e4, Math.min(1e4, y(ys[i])));
    if (on) pen.lineTo(x(xs[i]), at); else pen.moveTo(x(xs[i]), at);
    on = true;
  }
  pen.stroke();
};
const dot = (pen, x, y, radius, fill) => { pen.beginPath(); pen.arc(x, y, radius, 0, 2 * Math.PI); pen.fillStyle = fill; pen.fill(); };
const words = ({ pen, width, height }, text) => {
  pen.fillStyle = colours.quiet; pen.textAlign = 'center'; pen.textBaseline = 'middle';
  pen.fillText(text, width / 2, height / 2);
};

// A picture of numbers, row by row: `scale` has the colours from the lowest to the highest; what is no number is in the middle.
const parts = text => text.match(/[\d.]+/g).slice(0, 3).map(Number);
const mixed = (share, one, other) => {
  const [a, b] = [parts(one), parts(other)];
  return `rgb(${[0, 1, 2].map(i => a[i] + (b[i] - a[i]) * share).join(' ')})`;
};
const small = document.createElement('canvas');
const picture = (pen, values, columns, [low, high], scale, [x, y, width, height], smooth = true) => {
  const rows = values.length / columns, image = new ImageData(columns, rows), stops = scale.map(parts);
  for (let i = 0; i < values.length; i++) {
    const share = Number.isNaN(values[i]) ? .5 : Math.max(0, Math.min(1, (values[i] - low) / (high - low)));
    const at = share * (stops.length - 1), from = Math.min(Math.floor(at), stops.length - 2);
    for (let c = 0; c < 3; c++) image.data[4 * i + c] = stops[from][c] + (stops[from + 1][c] - stops[from][c]) * (at - from);
    image.data[4 * i + 3] = 255;
  }
  [small.width, small.height] = [columns, rows];
  small.getContext('2d').putImageData(image, 0, 0);
  pen.imageSmoothingEnabled = smooth;
  pen.drawImage(small, x, y, width, height);
};
