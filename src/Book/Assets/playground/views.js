// The four views of a run. What they show: { problem, grid, fit, pieces, parameters, sizes, history, truth }.
const canvasOf = name => one(`.${name} canvas`, place);
let clickable; // The fit's plot, for clicks.
// A picture of numbers between −1 and 1: orange below, blue above, the page's colour in between.
const tint = (pen, values, side, x, y, width, height, strength = .5) => picture(pen, values, side, [-1, 1],
  [mixed(strength, colours.page, colours.orange), colours.page, mixed(strength, colours.page, colours.blue)], [x, y, width, height]);
const drawFit = ({ problem, fit, truth, grid }) => {
  const on = surface(canvasOf('fit')), { pen } = on, axes = plot(on, problem.rangeX, problem.rangeY);
  clickable = axes;
  if (problem.hasClasses) {
    if (fit) tint(pen, fit.map(p => 2 * p - 1), grid.side, axes.left, axes.top, axes.right - axes.left, axes.bottom - axes.top);
    for (const [x, y, kind] of problem.heldOut) {
      pen.beginPath(); pen.arc(axes.x(x), axes.y(y), 3, 0, 2 * Math.PI);
      pen.strokeStyle = kind ? colours.blue : colours.orange; pen.lineWidth = 1; pen.globalAlpha = .5; pen.stroke(); pen.globalAlpha = 1;
    }
    for (const [x, y, kind] of problem.points) {
      dot(pen, axes.x(x), axes.y(y), 4, colours.page);
      dot(pen, axes.x(x), axes.y(y), 3, kind ? colours.blue : colours.orange);
    }
  } else {
    pen.globalAlpha = .65;
    for (const [x, y] of problem.points) dot(pen, axes.x(x), axes.y(y), 3, colours.blue);
    pen.globalAlpha = 1;
    if (truth?.length) { pen.setLineDash([4, 4]); pen.strokeStyle = colours.quiet; pen.lineWidth = 1.5; line(pen, grid.xs, truth, axes.x, axes.y); pen.setLineDash([]); }
    if (fit) { pen.strokeStyle = colours.orange; pen.lineWidth = 2.5; line(pen, grid.xs, fit, axes.x, axes.y); }
  }
  axes.end();
};
const drawLosses = ({ history }) => {
  const on = surface(canvasOf('losses')), { pen } = on;
  const logs = name => history.map(moment => moment[name] > 0 ? Math.log10(moment[name]) : NaN);
  const [a, b] = [logs('loss'), logs('heldOut')];
  const [low, high] = spread([...a, ...b]);
  const axes = plot(on, [0, Math.max(10, history.at(-1)?.epoch ?? 0)], [Math.floor(low - .05), Math.max(Math.floor(low) + 1, Math.ceil(high + .05))], { log: true });
  const epochs = history.map(moment => moment.epoch);
  pen.lineWidth = 1.5;
  pen.strokeStyle = colours.green; line(pen, epochs, b, axes.x, axes.y);
  pen.lineWidth = 2;
  pen.strokeStyle = colours.blue; line(pen, epochs, a, axes.x, axes.y);
  axes.end();
};
const drawPieces = ({ problem, pieces, grid, units }) => {
  const on = surface(canvasOf('pieces')), { pen, width, height } = on;
  if (!pieces?.length) return words(on, units === 0 ? 'no hidden layer: one line' : '');
  const length = pieces.length / units;
  if (!problem.hasClasses) {
    const axes = plot(on, problem.rangeX, padded(spread(pieces)));
    pen.lineWidth = 1.5;
    for (let unit = 0; unit < units; unit++) {
      const piece = pieces.subarray(unit * length, (unit + 1) * length), [low, high] = spread(piece);
      pen.strokeStyle = low === 0 && high === 0 ? colours.grey : piece[length - 1] + piece[0] + low + high > 0 ? colours.blue : colours.orange;
      pen.globalAlpha = .8;
      line(pen, grid.xs, piece, axes.x, axes.y);
    }
    pen.globalAlpha = 1;
    return axes.end();
  }
  const columns = Math.ceil(Math.sqrt(units * width / height)), rows = Math.ceil(units / columns);
  const side = Math.min((width - 4) / columns, (height - 4) / rows), most = Math.max(...spread(pieces).map(Math.abs), 1e-9);
  for (let unit = 0; unit < units; unit++) {
    const piece = pieces.subarray(unit * length, (unit + 1) * length);
    tint(pen, piece.map(value => value / most), grid.small, 2 + unit % columns * side, 2 + Math.floor(unit / columns) * side, side - 4, side - 4, .8);
    pen.strokeStyle = colours.rule; pen.lineWidth = 1;
    pen.strokeRect(2 + unit % columns * side, 2 + Math.floor(unit / columns) * side, side - 4, side - 4);
  }
};
const drawNetwork = ({ parameters, sizes, dead }) => {
  const on = surface(canvasOf('network')), { pen, width, height } = on;
  const x = layer => 26 + layer * (width - 52) / (sizes.length - 1);
  const y = (layer, unit) => height / 2 + (unit - (sizes[layer] - 1) / 2) * Math.min(30, (height - 18) / sizes[layer]);
  let at = 0;
  for (let layer = 1; parameters && layer < sizes.length; layer++) {
    const most = Math.max(...spread(parameters.subarray(at, at + sizes[layer] * sizes[layer - 1])).map(Math.abs), .5);
    for (let to = 0; to < sizes[layer]; to++) for (let from = 0; from < sizes[layer - 1]; from++) {
      const weight = parameters[at++], share = Math.abs(weight) / most;
      if (!(share > .01)) continue;
      const isDead = dead.has(to) && layer === sizes.length - 2 || dead.has(from) && layer === sizes.length - 1;
      pen.strokeStyle = isDead ? colours.grey : weight > 0 ? colours.blue : colours.orange;
      pen.globalAlpha = isDead ? .3 : .25 + .65 * share;
      pen.lineWidth = .5 + 3 * share;
      pen.beginPath(); pen.moveTo(x(layer - 1), y(layer - 1, from));
      const half = (x(layer - 1) + x(layer)) / 2;
      pen.bezierCurveTo(half, y(layer - 1, from), half, y(layer, to), x(layer), y(layer, to)); pen.stroke();
    }
    at += sizes[layer];
  }
  pen.globalAlpha = 1;
  for (let layer = 0; layer < sizes.length; layer++) for (let unit = 0; unit < sizes[layer]; unit++) {
    const isDead = layer === sizes.length - 2 && layer > 0 && dead.has(unit), radius = Math.min(7, (height - 18) / sizes[layer] / 2.4);
    dot(pen, x(layer), y(layer, unit), radius + 1.5, isDead ? colours.grey : colours.ink);
    dot(pen, x(layer), y(layer, unit), radius, colours.page);
  }
};
const drawAll = state => {
  drawFit(state); drawLosses(state); drawPieces(state); drawNetwork(state);
};
// Before anything has run; over the fit lies the still picture, where there is one.
const drawNothing = () => ['fit', 'losses', 'pieces', 'network'].filter(name => !one(`.${name} .still`, place))
  .forEach(name => words(surface(canvasOf(name)), 'Run or Step draws this'));
