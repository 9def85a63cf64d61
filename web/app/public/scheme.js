// Before the first paint: the colour scheme and density that were chosen (packages/ui/src/theme/colorScheme.ts).
try {
  const { dataset } = document.documentElement;
  const scheme = localStorage.getItem('tessera.scheme');
  if (scheme === 'light' || scheme === 'dark') dataset.theme = scheme;
  if (localStorage.getItem('tessera.density') === 'compact') dataset.density = 'compact';
} catch {
  // Without storage, the system decides.
}
