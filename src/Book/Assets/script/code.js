
// Code: copy a cell's, and how much of it is shown, on this page and on all others.
const copy = async text => {
  try { await navigator.clipboard.writeText(text); } catch {
    const area = make('textarea', { value: text });
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
};
all('.cell').forEach(cell => {
  const parts = all(':scope > .code', cell);
  if (!parts.length) return;
  const button = make('button', { type: 'button', className: 'copy', textContent: 'Copy' });
  button.onclick = async () => {
    await copy(cell.codeText?.() ?? parts.map(part => one('code', part).textContent).join('\n'));
    button.textContent = 'Copied';
    setTimeout(() => { button.textContent = 'Copy'; }, 1500);
  };
  // Not inside a closed line: there it could not be reached.
  if (!parts[0].matches('details')) parts[0].append(button);
  else one('summary', parts[0]).after(button);
});
const folds = all('details.code');
const choices = one('.about .choices');
if (choices) {
  const options = [['', 'the steps'], ['all', 'all of it'], ['none', 'none']].map(([value, words]) => {
    const option = make('input', { type: 'radio', name: 'code', checked: value === (root.dataset.code ?? '') });
    option.onchange = () => { choose('code', value); openFolds(); };
    return make('label', {}, option, words);
  });
  const openFolds = () => folds.forEach(fold => { fold.open = root.dataset.code === 'all'; });
  choices.setAttribute('role', 'radiogroup');
  choices.setAttribute('aria-label', 'Code');
  choices.append('Code: ', ...options);
  openFolds();
}
