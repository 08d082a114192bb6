
// The theme: as the system has it, light, or dark.
const themes = ['auto', 'light', 'dark'];
const themeButton = one('.bar .theme');
const showTheme = () => {
  const theme = root.dataset.theme ?? 'auto';
  themeButton.replaceChildren(make('span', { textContent: theme[0].toUpperCase() + theme.slice(1) }));
  themeButton.setAttribute('aria-label', `Theme: ${theme}`);
  themeButton.title = `Theme: ${theme}`;
};
themeButton.onclick = () => {
  const next = themes[(themes.indexOf(root.dataset.theme ?? 'auto') + 1) % themes.length];
  choose('theme', next === 'auto' ? '' : next);
  showTheme();
};
showTheme();
