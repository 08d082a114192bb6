
// A figure that answers: a cell that says which (data-answers) gets a button. What it takes, C# too, is fetched when that is pressed.
let answersScript;
const fetchAnswers = () => answersScript ??= load('assets/answers.js').catch(
  () => { answersScript = null; throw new Error('C# cannot run: assets/answers.js is missing.'); });
const answerIn = cell => {
  const button = make('button', { type: 'button', className: 'asks', textContent: 'Try it' });
  const said = make('p', { className: 'said' });
  said.setAttribute('role', 'status');
  const place = make('div', { className: 'answer' }, button, said);
  let end, isBusy = false;
  const close = (text = '') => {
    end?.();
    end = undefined;
    button.textContent = 'Try it';
    said.textContent = text;
  };
  button.onclick = async () => {
    if (isBusy) return;
    if (end) return close();
    isBusy = true;
    said.textContent = 'C# is being started …';
    try {
      await fetchAnswers();
      end = await window.bookAnswers(cell, place, error => close(error.message));
      said.textContent = '';
      button.textContent = 'Close';
    } catch (error) { said.textContent = error.message; }
    isBusy = false;
  };
  cell.append(place);
};
if (one('meta[name=machine-src]')) all('.cell[data-answers]').forEach(answerIn);
