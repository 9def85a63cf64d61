import { resultMessages as messages } from '../messages.ts';
import styles from './Chart.module.css';

interface Row {
  name: string;
  value: string;
  color: string;
  faded?: boolean;
}

const AT_MOST = 18;

/** A tooltip as elements: markup in a text would need style attributes, and names come from outside. */
export function tooltipElement({
  title,
  note,
  rows,
}: {
  title: string;
  note?: string;
  rows: readonly Row[];
}) {
  const root = element('div', styles.tip);
  const head = element('div', styles.tipTitle, title);
  if (note) {
    head.append(element('span', styles.tipNote, note));
  }
  root.append(head);
  for (const row of rows.slice(0, AT_MOST)) {
    const line = element('div', styles.tipRow);
    const swatch = element('span', styles.swatch);
    swatch.style.background = row.color;
    swatch.style.opacity = row.faded ? '0.45' : '1';
    line.append(
      swatch,
      element('span', styles.tipName, row.name),
      element('span', styles.tipValue, row.value),
    );
    root.append(line);
  }
  if (rows.length > AT_MOST) {
    root.append(element('div', styles.tipNote, messages.more(rows.length - AT_MOST)));
  }
  return root;
}

function element(tag: string, className = '', text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
