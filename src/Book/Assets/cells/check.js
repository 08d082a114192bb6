// Whether what a reader's code printed is what the solution prints: the numbers count, within the exercise's tolerance, more than the words.
const numberPattern = /(?:(?<![\w.)\]])[-+−])?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?/g;
const numbersIn = text => [...text.matchAll(numberPattern)].map(([number]) => number);
const isWhole = number => !/[.eE]/.test(number);
const valueOf = number => Number(number.replace('−', '-'));
// As `check` has it: whole numbers are exact unless the exercise sets a tolerance.
const accepts = (expected, found, { absolute = 1e-5, relative = 1e-3, isSet }) => {
  const [one, other] = [valueOf(expected), valueOf(found)], difference = Math.abs(one - other);
  return one === other || (isSet || !isWhole(expected) || !isWhole(found))
    && (difference <= absolute || difference <= relative * Math.max(Math.abs(one), Math.abs(other)));
};
const linesOf = text => text.split('\n').map(line => line.replace(/\s+/g, ' ').trim()).filter(line => line && !line.startsWith('✓ '));

const compare = (expected, found, tolerance) => {
  const [wanted, given] = [linesOf(expected), linesOf(found)];
  if (!given.length) return { isRight: false, words: `Your code printed nothing. Expected “${wanted[0]}”.` };
  const numbers = wanted.flatMap((line, i) => numbersIn(line).map(number => ({ number, i })));
  const missing = asked => {
    const left = given.flatMap(numbersIn);
    return asked.find(({ number }) => {
      while (left.length) if (accepts(number, left.shift(), tolerance)) return false;
      return true;
    });
  };
  // Labels and counts may be other ones than the solution's, what is computed not.
  const computed = numbers.filter(({ number }) => !isWhole(number)), asked = computed.length ? computed : numbers;
  const off = asked.length ? missing(asked) : wanted.map((number, i) => ({ i })).find(({ i }) => !given.includes(wanted[i]));
  if (!off) return { isRight: true, words: `Right. The solution says the same${wanted.length > 1 ? `, in ${wanted.length} lines` : `: “${wanted[0]}”`}.` };
  const instead = given[off.i] === undefined ? `Found ${count(given.length, 'line')}` : `Found “${given[off.i]}”`;
  return { isRight: false, words: `${instead}, expected “${wanted[off.i]}”.` };
};
