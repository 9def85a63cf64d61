export const dateMessages = {
  range: (label: string) => `Date range: ${label}`,
  presets: 'Date ranges',
  custom: 'From one day to another',
  from: 'From',
  to: 'To',
  apply: 'Apply',
  untilNow: (from: string) => `Since ${from}`,
  until: (to: string) => `Until ${to}`,
  between: (from: string, to: string) => `${from} – ${to}`,
  defaultRange: 'Last 7 days',
} as const;
