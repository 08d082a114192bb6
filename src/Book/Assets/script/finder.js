// Finds what people type: spelling forgiven, word forms, hyphens and Greek letters folded, words in any order. A heading counts more
// than a body, a body more than exercises.
(() => {
'use strict';
const greek = Object.fromEntries(('α alpha β beta γ gamma δ delta ε epsilon ϵ epsilon ζ zeta η eta θ theta κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho '
  + 'σ sigma τ tau φ phi ϕ phi χ chi ψ psi ω omega ∇ nabla ∂ partial ∑ sum √ root ∞ infinity').split(' ').map((word, i, words) => [word, words[i + 1]]).filter((_, i) => i % 2 === 0));
const silent = new Set(('a an and are as at be by can do does for from get how i if in into is it its me my not of on or should that the '
  + 'them there this to use using was we what when where which who why will with work works you your').split(' '));
// Other names for what the book calls otherwise.
const names = {
  backprop: 'back-propagation', bptt: 'back-propagation through time', bidirectional: 'bidirectional', cnn: 'convolutional network', convnet: 'convolutional network', rnn: 'recurrent network',
  nn: 'neural network', sgd: 'stochastic gradient descent', lr: 'learning rate', l2: 'weight decay', regularization: 'overfitting cures decay',
  regularisation: 'overfitting cures decay', initialization: 'starting values', initialisation: 'starting values', init: 'starting values',
  kaiming: 'he start', glorot: 'xavier start', schedule: 'rate that falls', scheduler: 'rate that falls', normalize: 'scaling standardise', normalise: 'scaling standardise',
  normalizing: 'scaling standardise', ensemble: 'many networks average', gpu: 'device computed', batchnorm: 'batch normalisation', kfold: 'cross-validation', resnet: 'residual connections',
  vanishing: 'fades', vanishes: 'fades', exploding: 'diverges', sqrt: 'root', leakage: 'leaks', accuracy: 'right answers', hyperparameters: 'choosing validation',
};

const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[^\x00-\x7f]/g, c => greek[c] ? ` ${greek[c]} ` : c).toLowerCase();
const stem = word => {
  let s = word.replace(/isation/, 'ization').replace(/is(e|er|ers|ed|es|ing)$/, 'iz$1');
  if (s.length > 4) s = s.replace(/ies$/, 'y').replace(/(ss|sh|ch|x)es$/, '$1').replace(/([^su])s$/, '$1');
  if (s.length > 5) s = s.replace(/(ization|izing|ized|izer|ize)$/, 'iz').replace(/(ing|ed|ive|ly|al)$/, '');
  if (s.length > 6) s = s.replace(/([^aeiou])\1$/, '$1').replace(/ion$/, '');
  return s.replace(/([bdfgklmnprt])\1$/, '$1').replace(/(.{3})e$/, '$1').replace(/(.{3})y$/, '$1i');
};
// A word with hyphens is that word, in one piece and in its parts; so is an identifier.
const words = text => {
  const found = [];
  for (const [surface] of text.matchAll(/[\p{L}\p{N}]+(?:[-'’_][\p{L}\p{N}]+)*/gu)) {
    const parts = plain(surface.replace(/['’]s$/, '').replace(/([a-z\d])([A-Z])/g, '$1-$2')).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    if (parts.length > 1 && parts.length < 5) found.push({ surface, stem: stem(parts.join('')), joined: true });
    parts.forEach(part => found.push({ surface, stem: stem(part) }));
  }
  return found;
};
const distance = (a, b, most) => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before, row = [...Array(b.length + 1).keys()];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
      if (before && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    before = row; row = next;
  }
  return row[b.length];
};

let sections, occurrences;
const count = list => list.reduce((counts, { stem: s }) => counts.set(s, (counts.get(s) ?? 0) + 1), new Map());
const read = () => {
  occurrences = new Map();
  sections = window.bookSearch.map(([href, page, title, text, code]) => {
    const section = { href, page, title, text, code, order: words(title).map(word => word.stem) };
    const body = words(text);
    section.fields = { title: count(words(title)), page: count(words(page)), text: count(body), code: count(words(code)) };
    section.length = body.length;
    // Questions, exercises and what is around the chapter come after the text that teaches it.
    section.worth = /^(questions|exercises|further reading|summary|what you will learn)/i.test(title) ? .45 : /^\d/.test(href) ? 1 : .6;
    new Set(Object.values(section.fields).flatMap(field => [...field.keys()])).forEach(s => occurrences.set(s, (occurrences.get(s) ?? 0) + 1));
    return section;
  });
};

// The stems of the book that a typed word may mean, and how surely.
const meanings = (typed, isLast) => {
  const meant = new Map();
  if (occurrences.has(typed)) meant.set(typed, 1);
  if (isLast && typed.length > 2) for (const known of occurrences.keys()) if (!meant.has(known) && known.startsWith(typed)) meant.set(known, .7);
  if (!meant.size && typed.length > 3) {
    const most = typed.length > 7 ? 2 : 1;
    for (const known of occurrences.keys()) {
      if (known.length < 4) continue;
      const far = distance(typed, known, most);
      if (far <= most) meant.set(known, far === 1 ? .7 : .45);
    }
  }
  if (!meant.size) for (const known of occurrences.keys()) if (known.length > 3 && typed.startsWith(known) && typed.length - known.length < 4) meant.set(known, .6);
  return meant;
};
const typedWords = query => {
  const typed = words(query).filter(word => !silent.has(word.stem) && !silent.has(plain(word.surface)));
  const kept = typed.length ? typed : words(query);
  // A word with hyphens asks for one thing: its whole where the book knows it, else its parts.
  const asked = kept.filter(word => word.joined ? occurrences.has(word.stem) : !kept.some(whole => whole.joined && whole.surface === word.surface && occurrences.has(whole.stem)));
  const others = kept.flatMap(word => words(names[plain(word.surface)] ?? '')).filter(word => !word.joined);
  // Two words that the book writes as one, or with a hyphen.
  const pairs = kept.slice(1).map((word, i) => ({ surface: '', stem: stem(plain(kept[i].surface + word.surface)) })).filter(pair => occurrences.has(pair.stem));
  return { asked, others: [...others, ...pairs] };
};
const frequency = (field, meant) => {
  let most = 0;
  for (const [s, surely] of meant) most = Math.max(most, (field.get(s) ?? 0) && surely * (1 + Math.log(field.get(s))));
  return most;
};
const rate = (section, terms) => {
  let score = 0, covered = 0, asked = 0;
  for (const { meant, weight, rare, extra } of terms) {
    const { title, page, text, code } = section.fields;
    const inText = frequency(text, meant);
    const found = 6 * Math.min(1.2, frequency(title, meant)) + 1.6 * Math.min(1, frequency(page, meant))
      + 2.2 * inText / (inText + .6 + section.length / 400) + .8 * Math.min(1.5, frequency(code, meant));
    score += found * rare * weight;
    if (!extra) { asked += rare; covered += found ? rare : 0; }
  }
  if (asked && !covered && !terms.some(term => term.extra)) return 0;
  const inOrder = terms.filter(term => !term.extra).map(term => section.order.findIndex(s => term.meant.has(s)));
  const together = inOrder.length > 1 && inOrder.every((at, i) => at >= 0 && (!i || at === inOrder[i - 1] + 1)) ? 1.5 : 1;
  const whole = section.order.length && section.order.every(s => terms.some(term => term.meant.has(s)) || silent.has(s)) ? 1.5 : 1;
  return score * section.worth * together * whole * (.15 + (asked ? covered / asked : 0) ** 2);
};
const excerpt = (section, meant) => {
  const fits = [...section.text.matchAll(/[\p{L}\p{N}]+(?:[-'’_][\p{L}\p{N}]+)*/gu)].filter(([surface]) => words(surface).some(word => meant.has(word.stem)));
  // Where most of what was asked for stands close together.
  const best = fits.reduce((best, fit) => {
    const near = fits.filter(other => other.index >= fit.index && other.index < fit.index + 140).length;
    return near > best.near ? { near, at: fit.index } : best;
  }, { near: 0, at: 0 });
  const start = best.at < 50 ? 0 : section.text.indexOf(' ', best.at - 50) + 1;
  return (start > 0 ? '…' : '') + section.text.slice(start, start + 170) + (section.text.length > start + 170 ? '…' : '');
};

window.bookFinder = {
  find(query, limit = 20) {
    if (!sections) read();
    const { asked, others } = typedWords(query);
    const term = extra => ({ stem: s }, i, list) => {
      const meant = meanings(s, !extra && i === list.length - 1 && !/\s$/.test(query));
      const often = Math.min(...[...meant.keys()].map(known => occurrences.get(known)));
      return { meant, extra, weight: extra ? 1.2 : 1, rare: meant.size ? Math.log(1 + sections.length / often) : 3 };
    };
    const terms = [...asked.map(term(false)), ...others.map(term(true))];
    const meant = new Set(terms.flatMap(({ meant: stems }) => [...stems.keys()]));
    const rated = meant.size ? sections.map(section => ({ section, score: rate(section, terms) })).filter(({ score }) => score > 0).sort((a, b) => b.score - a.score) : [];
    // What is far behind the best is not what was meant.
    const good = rated.filter(({ score }) => score > rated[0].score / 12);
    const hits = good.slice(0, limit).map(({ section: { href, page, title, text }, section }) => ({ href, page, title, text, excerpt: excerpt(section, meant) }));
    const surfaces = new Set(hits.flatMap(hit => [...words(hit.title), ...words(hit.excerpt)]).filter(word => meant.has(word.stem)).map(word => word.surface));
    return { hits, total: good.length, stems: [...surfaces] };
  },
};
})();
