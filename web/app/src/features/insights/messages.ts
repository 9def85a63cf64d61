export const insightMessages = {
  title: 'Insights',
  untitled: 'Untitled insight',
  newInsight: 'New insight',
  search: 'Search by name, description or tag',
  clearSearch: 'Clear the search',
  favorites: 'Favorites',
  all: 'All',
  shown: 'Which insights',
  count: (shown: number, all: number) =>
    shown === all ? (all === 1 ? '1 insight' : `${all} insights`) : `${shown} of ${all} insights`,
  columns: {
    favorite: 'Favorite',
    name: 'Name',
    tags: 'Tags',
    createdBy: 'Created by',
    modified: 'Last changed',
    dashboards: 'Dashboards',
    actions: 'Actions',
  },
  dashboards: (count: number) => (count === 0 ? '–' : `${count}`),
  favor: (name: string) => `Make ${name} a favorite`,
  unfavor: (name: string) => `${name} is a favorite; take that back`,
  more: (name: string) => `More about ${name}`,
  duplicate: 'Duplicate',
  delete: 'Delete',
  deleted: (name: string) => `Deleted “${name}”.`,
  restored: (name: string, gone = 0) =>
    gone === 0
      ? `Brought back “${name}”.`
      : gone === 1
        ? `Brought back “${name}”, but for its place on a dashboard that is deleted.`
        : `Brought back “${name}”, but for its places on ${gone} dashboards that are deleted.`,
  duplicated: (name: string) => `Made “${name}”.`,
  undo: 'Undo',
  copyOf: (name: string) => `${name} (copy)`,
  changeFailed: (detail: string) => `The change was not saved. ${detail}`,
  loading: 'Loading insights',
  failed: 'The insights could not be loaded',
  retry: 'Try again',
  nothingFound: (typed: string) => `No insight matches “${typed}”`,
  noFavorites: 'There are no favorites yet',
  noFavoritesText: 'The star before an insight makes it one.',
  nothingFoundText: 'Search looks at names, descriptions and tags.',
  empty: {
    title: 'Ask the first question',
    text: 'An insight counts events over time. Saved ones stand here, and on the dashboards that you add them to.',
  },
} as const;
