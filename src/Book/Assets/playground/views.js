
// What the reader sees of a run. `scene` is what is learned and where it is looked at, `seen` what the network gives there.
const across = 44, acrossUnits = 20;
const spread = (low, high, count) => Array.from({ length: count }, (_, i) => low + (high - low) * i / (count - 1));
const range = (values, least) => {
  let [low, high] = least;
  for (const value of values) { low = Math.min(low, value); high = Math.max(high, value); }
  const edge = (high - low) * .06 || 1;
  return [low - edge, high + edge];
};
const plane = (scene, count) => spread(...scene.y, count).reverse().flatMap(y => spread(...scene.x, count).flatMap(x => [x, y]));
const makeScene = (state, training, heldOut) => {
  const all = [...rows(training, state.width), ...rows(heldOut, state.width)];
  const none = state.isOwn && !training.length ? [0, 1] : [Infinity, -Infinity];
  const scene = { ...state, training: rows(training, state.width), heldOut: rows(heldOut, state.width),
    x: range(all.map(row => row[0]), state.isOwn ? [0, 1] : none), y: range(all.map(row => row[1]), state.isOwn ? [0, 1] : none) };
  scene.inputs = scene.hasClasses ? plane(scene, across) : spread(...scene.x, 160);
  scene.unitInputs = scene.hasClasses ? plane(scene, acrossUnits) : scene.inputs;
  const xs = scene.training.map(row => row[0]), [low, high] = [Math.min(...xs), Math.max(...xs)];
  const places = Array.from({ length: scene.unitInputs.length / (state.width - 1) }, (_, i) => i);
  scene.among = scene.hasClasses ? places : places.filter(i => scene.inputs[i] >= low && scene.inputs[i] <= high);
  return scene;
};
const rgb = text => text.match(/[\d.]+/g).slice(0, 3).map(Number);
// Values from −1 to 1, row by row, as an image: one colour above 0, the other below.
const image = (values, from, count, most, [below, above]) => {
  const canvas = Object.assign(document.createElement('canvas'), { width: count, height: count });
  const pen = canvas.getContext('2d'), picture = pen.createImageData(count, count);
  const [back, low, high] = [colours.page, below, above].map(rgb);
  for (let i = 0; i < count * count; i++) {
    const value = Math.max(-1, Math.min(1, values[from + i] / most)), share = Math.abs(value) * .55, to = value < 0 ? low : high;
    for (let part = 0; part < 3; part++) picture.data[4 * i + part] = back[part] + (to[part] - back[part]) * share;
    picture.data[4 * i + 3] = 255;
  }
  pen.putImageData(picture, 0, 0);
  return canvas;
};
const fitScales = ({ width, height }, scene) => {
  const box = { left: 34, top: 8, right: width - 10, bottom: height - 24 };
  return { box, x: scale(scene.x, box.left, box.right), y: scale(scene.y, box.bottom, box.top) };
};
const drawFit = (scene, seen, cross) => {
  const { pen, ...size } = begin('fit');
  const { box, x, y } = fitScales(size, scene);
  if (scene.hasClasses && seen) pen.drawImage(image(seen.outputs.map(p => 2 * p - 1), 0, across, 1, [colours.one, colours.two]), box.left, box.top, box.right - box.left, box.bottom - box.top);
  axes(pen, box, x, y, ticks(scene.x), ticks(scene.y));
  within(pen, box, () => {
    const fill = row => row[2] ? colours.two : colours.one;
    for (const row of scene.heldOut) dot(pen, x(row[0]), y(row[1]), 2.2, null, fill(row));
    for (const row of scene.training) dot(pen, x(row[0]), y(row[1]), 3, fill(row), colours.page);
    if (!scene.hasClasses) {
      if (scene.truth?.length) curve(pen, scene.inputs, scene.truth, x, y, colours.ink, 1.2, [5, 4]);
      if (seen) curve(pen, scene.inputs, seen.outputs, x, y, colours.two, 2.6);
    }
    if (cross) {
      pen.strokeStyle = colours.ink;
      pen.beginPath();
      pen.moveTo(x(cross[0]) - 8, y(cross[1])); pen.lineTo(x(cross[0]) + 8, y(cross[1]));
      pen.moveTo(x(cross[0]), y(cross[1]) - 8); pen.lineTo(x(cross[0]), y(cross[1]) + 8);
      pen.stroke();
    }
  });
};
const drawLoss = history => {
  const { pen, width, height } = begin('loss');
  const box = { left: 46, top: 10, right: width - 12, bottom: height - 24 };
  const logs = history.flatMap(([, ...losses]) => losses.filter(loss => loss > 0 && loss < Infinity).map(Math.log10));
  const low = logs.length ? Math.floor(Math.min(...logs) * 2) / 2 : -2, high = logs.length ? Math.ceil(Math.max(...logs) * 2) / 2 : 1;
  const over = [0, Math.max(10, history.at(-1)?.[0] ?? 0)];
  const x = scale(over, box.left, box.right), y = scale([low, Math.max(high, low + 1)], box.bottom, box.top);
  const powers = spread(Math.ceil(low), Math.floor(Math.max(high, low + 1)), Math.max(1, Math.floor(Math.max(high, low + 1)) - Math.ceil(low) + 1)).filter(Number.isFinite);
  const kept = powers.filter((_, i) => i % Math.ceil(powers.length / 5) === 0);
  axes(pen, box, x, y, ticks(over).slice(0, 5), kept, power => power < -3 || power > 3 ? `1e${said(power)}` : `${10 ** power}`);
  within(pen, box, () => {
    for (const [at, stroke] of [[2, colours.two], [1, colours.one]])
      curve(pen, history.map(row => row[0]), history.map(row => row[at] > 0 ? Math.log10(row[at]) : NaN), x, y, stroke, 1.8);
  });
};
const drawNetwork = (state, parameters, dead) => {
  const { pen, width, height } = begin('network');
  const widths = [state.hasClasses ? 2 : 1, ...state.hidden, state.hasClasses ? 2 : 1];
  const place = (layer, unit) => [22 + (width - 44) * layer / (widths.length - 1), height * (unit + .5) / widths[layer]];
  const most = parameters ? parameters.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9) : 1;
  let at = 0;
  for (let layer = 1; layer < widths.length; layer++) {
    for (let unit = 0; unit < widths[layer]; unit++) {
      for (let from = 0; from < widths[layer - 1]; from++) {
        const weight = parameters?.[at++] ?? 0;
        pen.strokeStyle = !parameters ? colours.rule : weight > 0 ? colours.one : colours.two;
        pen.globalAlpha = parameters ? .25 + .75 * Math.abs(weight) / most : 1;
        pen.lineWidth = parameters ? .3 + 4.5 * Math.abs(weight) / most : .8;
        pen.beginPath();
        pen.moveTo(...place(layer - 1, from));
        pen.lineTo(...place(layer, unit));
        pen.stroke();
      }
    }
    at += widths[layer];
  }
  pen.globalAlpha = 1;
  widths.forEach((count, layer) => {
    const radius = Math.max(2.5, Math.min(7, height / count / 2 - 1.5));
    for (let unit = 0; unit < count; unit++)
      dot(pen, ...place(layer, unit), radius, layer === widths.length - 2 && dead?.[unit] ? colours.page : colours.quiet, colours.quiet);
  });
};
const drawPieces = (scene, seen) => {
  const { pen, width, height } = begin('pieces');
  const units = scene.hidden.at(-1) ?? 0, each = units ? seen.pieces.length / units : 0;
  if (!each) return;
  const most = seen.pieces.reduce((most, value) => Math.max(most, Math.abs(value)), .05);
  if (scene.hasClasses) {
    const columns = Math.ceil(Math.sqrt(units * width / height)), down = Math.ceil(units / columns);
    const side = Math.min(width / columns, height / down) - 6;
    for (let unit = 0; unit < units; unit++)
      pen.drawImage(image(seen.pieces, unit * each, acrossUnits, most, [colours.one, colours.two]),
        3 + (unit % columns) * (side + 6), 3 + Math.floor(unit / columns) * (side + 6), side, side);
    return;
  }
  const box = { left: 34, top: 8, right: width - 10, bottom: height - 24 }, high = [-most * 1.05, most * 1.05];
  const x = scale(scene.x, box.left, box.right), y = scale(high, box.bottom, box.top);
  axes(pen, box, x, y, ticks(scene.x), ticks(high));
  pen.globalAlpha = .75;
  within(pen, box, () => {
    for (let unit = 0; unit < units; unit++)
      curve(pen, scene.inputs, seen.pieces.subarray(unit * each, (unit + 1) * each), x, y, unit % 2 ? colours.one : colours.ink, 1.2);
  });
  pen.globalAlpha = 1;
};
