import { dark, darkSeries, light, lightSeries, type Palette } from './palette.ts';

/** The palettes as custom properties, following the system unless the page says otherwise. */
export function tokensCss(): string {
  return [
    '/* palette.ts as custom properties; the system chooses the scheme unless the page does. */',
    block(':root', ['color-scheme: light;', ...properties(light, lightSeries)]),
    block(":root[data-theme='dark']", ['color-scheme: dark;', ...properties(dark, darkSeries)]),
    '@media (prefers-color-scheme: dark) {',
    block(":root:not([data-theme='light'])", ['color-scheme: dark;', ...properties(dark, darkSeries)]),
    '}',
    '',
  ].join('\n');
}

function properties(palette: Palette, series: readonly string[]): string[] {
  return [
    ...Object.entries(palette).map(([name, value]) => `--${kebab(name)}: ${value};`),
    ...series.map((value, index) => `--series-${index + 1}: ${value};`),
  ];
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function block(selector: string, lines: string[]): string {
  return `${selector} {\n${lines.map((line) => `  ${line}`).join('\n')}\n}`;
}
