export const listMessages = {
  searchTag: (tag: string) => `Search for the tag ${tag}`,
} as const;
