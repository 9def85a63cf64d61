export const listMessages = {
  sort: 'Sort',
  sortedBy: (order: string) => `Sort: ${order}`,
  searchTag: (tag: string) => `Search for the tag ${tag}`,
} as const;
