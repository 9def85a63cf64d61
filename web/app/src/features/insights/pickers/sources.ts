import type { PickerOption } from '@tessera/ui';
import { api } from '../../../api/client.ts';
import type { Page } from '../../../api/page.ts';
import { editorMessages as messages } from '../editor/messages.ts';
import type { EventDefinition, PropertyDefinition, TrendAnswer } from '../wire.ts';

/** More than this nobody scrolls through: typing narrows it down. */
const SHOWN = 100;

/** Stands for all events in a picker; no event has an empty name. */
export const ALL_EVENTS = '';

/** Where the options of a picker come from. */
export interface Source {
  /** What the options depend on, apart from the project. */
  key: readonly unknown[];
  load: (projectId: number, signal: AbortSignal) => Promise<PickerOption[]>;
  /** The options to show of those that were loaded. */
  arrange?: (loaded: readonly PickerOption[]) => readonly PickerOption[];
  /** Said when there is nothing to pick from. */
  nothing: string;
}

export function events(typed: string): Source {
  const all = fits(messages.allEvents, typed) ? [{ value: ALL_EVENTS, label: messages.allEvents }] : [];
  return {
    key: ['events', typed],
    load: async (projectId, signal) => {
      const page = await api.get<Page<EventDefinition>>(`/api/projects/${projectId}/event_definitions/`, {
        query: { search: typed, limit: SHOWN },
        signal,
      });
      return page.results.map(({ name }) => plain(name));
    },
    arrange: (loaded) => withTyped([...all, ...loaded], typed),
    nothing: messages.noEvents,
  };
}

/** The properties of events, those first that `ofEvents` have. */
export function properties(typed: string, ofEvents: readonly string[]): Source {
  return {
    key: ['properties', typed, ofEvents],
    load: async (projectId, signal) => {
      const page = await api.get<Page<PropertyDefinition>>(
        `/api/projects/${projectId}/property_definitions/`,
        {
          query: {
            type: 'event',
            search: typed,
            limit: SHOWN,
            event_names: ofEvents.length > 0 ? JSON.stringify(ofEvents) : undefined,
          },
          signal,
        },
      );
      return page.results.map(({ name, property_type }) => ({ ...plain(name), hint: property_type }));
    },
    arrange: (loaded) => withTyped(loaded, typed),
    nothing: messages.noProperties,
  };
}

/** The most frequent values of a property, counted by a query of their own, and those that are picked already. */
export function values(
  typed: string,
  event: string | null,
  property: string,
  picked: readonly string[],
): Source {
  return {
    key: ['values', event, property],
    load: async (projectId, signal) => {
      const answer = await api.post<TrendAnswer>(
        `/api/projects/${projectId}/query/`,
        { query: frequentValues(event, property) },
        { signal },
      );
      return answer.results.flatMap(({ breakdown_value, aggregated_value = 0 }) => {
        const value = String(breakdown_value);
        return value.startsWith('$$_posthog_breakdown')
          ? []
          : [{ ...plain(value), hint: aggregated_value?.toLocaleString('en') }];
      });
    },
    arrange: (loaded) => {
      const others = picked.filter((value) => !loaded.some((it) => it.value === value)).map(plain);
      return withTyped(
        [...others, ...loaded].filter((it) => fits(it.label, typed)),
        typed,
      );
    },
    nothing: messages.noValues,
  };
}

function frequentValues(event: string | null, property: string) {
  return {
    kind: 'TrendsQuery',
    series: [{ kind: 'EventsNode', event }],
    dateRange: { date_from: '-90d' },
    breakdownFilter: { breakdown: property, breakdown_type: 'event', breakdown_limit: SHOWN },
    trendsFilter: { display: 'ActionsBarValue' },
  };
}

/** What was typed can be picked as well: what is meant may not have arrived yet. */
function withTyped(options: readonly PickerOption[], typed: string): readonly PickerOption[] {
  return typed === '' || options.some((it) => it.value === typed)
    ? options
    : [...options, { value: typed, label: messages.takeName(typed) }];
}

function fits(text: string, typed: string): boolean {
  return text.toLowerCase().includes(typed.toLowerCase());
}

function plain(name: string): PickerOption {
  return { value: name, label: name };
}
