export const dateMessages = {
  range: 'Date range',
  custom: 'Custom range',
  from: 'From',
  to: 'To',
  toNow: 'Empty: until now.',
  wrongOrder: 'The range ends before it begins.',
  apply: 'Apply',
  since: (from: string) => `Since ${from}`,
  until: (to: string) => `Until ${to}`,
  between: (from: string, to: string) => `${from} – ${to}`,
  defaultRange: 'Last 7 days',
} as const;
