// How a page asks for one: in which cell, where its panel goes, and who is told when C# ends by itself. Gives what ends it.
const styles = {};
const style = href => styles[href] ??= new Promise(done =>
  document.head.append(make('link', { rel: 'stylesheet', href, onload: done, onerror: done })));
window.bookAnswers = async (cell, place, onFailure) => {
  const figure = answers[cell.dataset.answers];
  if (!figure) throw new Error(`No figure of this book answers to the name '${cell.dataset.answers}'.`);
  if (figure.open) return figure.open(cell, place, style);
  const [machine] = await Promise.all([startMachine({ onFailure }), style('assets/answers.css')]);
  const panel = panelOf(figure, machine, place, cell, onFailure);
  try { await panel.begin(); } catch (error) {
    panel.end();
    throw error;
  }
  one('input, select, button', panel.section)?.focus({ preventScroll: true });
  panel.section.scrollIntoView({ block: 'nearest' });
  return panel.end;
};
