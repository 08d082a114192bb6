// The playground as a figure: its page's own parts, which come when it is asked for. `playgroundHtml` is what stands on that page.
answers.playground = {
  open: async (cell, place, style) => {
    const link = make('a', { className: 'on-its-page', href: 'playground.html', textContent: 'This run on a page of its own' });
    const figure = make('div', { className: 'embedded' });
    figure.innerHTML = playgroundHtml;
    figure.append(link);
    await style('assets/playground.css');
    place.append(figure);
    await new Promise((done, failed) => figure.append(make('script', {
      src: 'assets/playground.js', onload: done, onerror: () => failed(new Error('C# cannot run: assets/playground.js is missing.')) })));
    one('button', figure).focus({ preventScroll: true });
    figure.scrollIntoView({ block: 'nearest' });
    return () => { window.endPlayground(); figure.remove(); };
  },
};
