/** After the last colour it starts again. */
export function colorOf(colors: readonly string[], index: number): string {
  return colors[index % colors.length] ?? 'currentColor';
}
