import { share } from './format.ts';
import { resultMessages } from './messages.ts';
import { type Reading, wholeOf } from './reading.ts';

const messages = resultMessages.summary;
const AT_MOST = 6;

/** What a chart shows, in a few sentences, for those who cannot see it. */
export function summaryOf(reading: Reading): string {
  switch (reading.kind) {
    case 'series': {
      const { series, buckets, format, look, summable } = reading;
      const range = messages.range(buckets[0] ?? '', buckets.at(-1) ?? '');
      const lines = series
        .slice(0, AT_MOST)
        .map(({ name, total, data }) =>
          messages.series(
            name,
            summable ? format.full(total) : null,
            format.full(data.length ? Math.min(...data) : 0),
            format.full(data.length ? Math.max(...data) : 0),
            format.full(data.at(-1) ?? 0),
          ),
        );
      return sentences([`${messages[look]}, ${range}`, ...lines, ...rest(series.length)]);
    }
    case 'totals': {
      const totals = reading.totals.filter(({ previous }) => !previous);
      const whole = wholeOf(reading);
      const lines = totals
        .slice(0, AT_MOST)
        .map(({ name, value }) =>
          messages.part(name, reading.format.full(value), whole === null ? null : share(value, whole)),
        );
      return sentences([messages.pie, ...lines, ...rest(totals.length)]);
    }
    case 'nothing':
    case 'unknown':
      return '';
  }
}

function rest(count: number): string[] {
  return count > AT_MOST ? [messages.rest(count - AT_MOST)] : [];
}

function sentences(parts: string[]): string {
  return `${parts.join('. ')}.`;
}
