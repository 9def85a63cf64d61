export const insightMessages = {
  newInsight: 'New insight',
} as const;
