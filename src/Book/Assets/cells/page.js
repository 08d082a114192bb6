// All cells and exercises of the page; those that do not run say why as soon as others do.
for (const element of all('.cell[data-run]')) cells.push(cellOf(element));
cells.sort((a, b) => a.order - b.order);
for (const element of all('.try[data-run]')) tries.push(...tryOf(element));
for (const element of all('[data-still]')) {
  const code = all(':scope > .code', element).at(-1), words = make('p', { className: 'still-because', textContent: element.dataset.still });
  if (code) code.after(words); else element.append(words);
}
