export const previewMessages = {
  table: 'Results',
  series: 'Series',
  total: 'Total',
  averagePer: (interval: string) => `Average per ${interval}`,
  noTotal: 'Persons of several periods cannot be added up: somebody may be in all of them.',
  all: 'All series',
  hasMore: 'There are more values than the limit of the breakdown; they are added up as “(other)”.',
  loading: 'Loading results',
  failed: 'This query has no answer',
  unreachable: 'The server cannot be reached',
  retry: 'Try again',
  incomplete: 'The query is not complete',
  took: (milliseconds: number) =>
    milliseconds < 1_000
      ? `${Math.max(1, Math.round(milliseconds))} ms`
      : `${(milliseconds / 1_000).toFixed(1)} s`,
  computed: 'Computed',
  cached: 'from the cache',
  refresh: 'Compute anew',
  updating: 'Updating',
} as const;
