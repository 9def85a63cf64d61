import type { PickerOption } from '@tessera/ui';
import { api } from '../../api/client.ts';
import type { Page } from '../../api/page.ts';
import { definitionMessages as messages } from './messages.ts';
import type { EventDefinition, PropertyDefinition, PropertyValue } from './wire.ts';

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
  arrange: (loaded: readonly PickerOption[]) => readonly PickerOption[];
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
    arrange: (loaded) => withTyped([...all, ...fitting(loaded, typed)], typed),
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
    arrange: (loaded) => withTyped(fitting(loaded, typed), typed),
    nothing: messages.noProperties,
  };
}

/** The values that a property had lately on `ofEvents`, or on all; before them those that are picked already. */
export function values(
  typed: string,
  ofEvents: readonly string[],
  property: string,
  picked: readonly string[],
): Source {
  return {
    key: ['values', ofEvents, property, typed],
    load: async (projectId, signal) => {
      const found = await api.get<PropertyValue[]>(`/api/projects/${projectId}/events/values/`, {
        query: { key: property, value: typed || undefined, event_name: ofEvents },
        signal,
      });
      return found.filter(({ name }) => name !== '').map(({ name }) => plain(name));
    },
    arrange: (loaded) => {
      const others = picked.filter((it) => fits(it, typed) && !loaded.some(({ value }) => value === it));
      return withTyped([...others.map(plain), ...fitting(loaded, typed)], typed);
    },
    nothing: messages.noValues,
  };
}

/** What was typed can be picked as well: what is meant may not have arrived yet. */
function withTyped(options: readonly PickerOption[], typed: string): readonly PickerOption[] {
  return typed === '' || options.some((it) => it.value === typed)
    ? options
    : [...options, { value: typed, label: messages.take(typed) }];
}

/** Until the answer to what was typed is here, what is shown is that to what was typed before. */
function fitting(options: readonly PickerOption[], typed: string): readonly PickerOption[] {
  return options.filter(({ value }) => fits(value, typed));
}

/** As the server searches: each word has to be in the text, in any case. */
function fits(text: string, typed: string): boolean {
  const all = text.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}

function plain(name: string): PickerOption {
  return { value: name, label: name };
}
