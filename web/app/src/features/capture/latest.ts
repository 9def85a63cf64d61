import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { Page } from '../../api/page.ts';
import type { PropertyDefinition, PropertyValue } from '../definitions/wire.ts';

/** So many properties of an event are shown with a value: each is a question of its own. */
const SHOWN = 6;

const MINUTE = 60_000;

/** What is known of the events with one name: the server cannot be asked for single events yet. */
export interface EventDetails {
  /** The minute of the last one in the last 24 hours. */
  lastAt: string | null;
  /** The value that each property had last; it need not be the last event that had it. */
  properties: { name: string; value: string }[];
  /** How many properties are not among them. */
  others: number;
}

/** The names of the events that a project got, the one that came last first; asked again when there are more. */
export function latestEventsQuery(projectId: number, count: number) {
  return queryOptions({
    queryKey: ['project', projectId, 'latest-events', count],
    queryFn: ({ signal }) => values(projectId, { key: 'event', is_column: true }, signal),
    enabled: count > 0,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** What came with the events of a name; asked again when there are more. */
export function eventDetailsQuery(projectId: number, event: string, count: number) {
  return queryOptions({
    queryKey: ['project', projectId, 'event-details', event, count],
    queryFn: async ({ signal }): Promise<EventDetails> => {
      const [lastAt, names] = await Promise.all([
        lastMinute(projectId, event, signal),
        ownProperties(projectId, event, signal),
      ]);
      const properties: EventDetails['properties'] = [];
      for (const name of names.slice(0, SHOWN)) {
        const [value] = await values(projectId, { key: name, event_name: event }, signal);
        if (value !== undefined) {
          properties.push({ name, value });
        }
      }
      return { lastAt, properties, others: Math.max(names.length - SHOWN, 0) };
    },
    // The same event with a count before: what it is called has not changed.
    placeholderData: (before, query) => (query?.queryKey[3] === event ? before : undefined),
    retry: false,
  });
}

async function values(
  projectId: number,
  query: Record<string, string | boolean>,
  signal: AbortSignal,
): Promise<string[]> {
  const found = await api.get<PropertyValue[]>(`/api/projects/${projectId}/events/values/`, {
    query,
    signal,
  });
  return found.map(({ name }) => name);
}

/** The properties that the sender chose; those that SDKs add begin with a dollar sign. */
async function ownProperties(projectId: number, event: string, signal: AbortSignal): Promise<string[]> {
  const { results } = await api.get<Page<PropertyDefinition>>(
    `/api/projects/${projectId}/property_definitions/`,
    {
      query: { type: 'event', event_names: JSON.stringify([event]), filter_by_event_names: true, limit: 200 },
      signal,
    },
  );
  return results.map(({ name }) => name).filter((name) => !name.startsWith('$'));
}

interface MinutesAnswer {
  results: { data: number[] }[];
  resolved_date_range: { date_from: string } | null;
}

/** Of trends the minutes have the finest grain. */
async function lastMinute(projectId: number, event: string, signal: AbortSignal): Promise<string | null> {
  const { results, resolved_date_range } = await api.post<MinutesAnswer>(
    `/api/projects/${projectId}/query/`,
    {
      query: {
        kind: 'TrendsQuery',
        series: [{ kind: 'EventsNode', event, math: 'total' }],
        interval: 'minute',
        dateRange: { date_from: '-24h' },
      },
      refresh: 'force_blocking',
    },
    { signal },
  );
  const at = results[0]?.data.findLastIndex((count) => count > 0) ?? -1;
  if (at < 0 || !resolved_date_range) {
    return null;
  }
  const first = Math.floor(Date.parse(resolved_date_range.date_from) / MINUTE);
  return new Date((first + at) * MINUTE).toISOString();
}
