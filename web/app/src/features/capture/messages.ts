export const captureMessages = {
  title: 'Send events',
  lead: 'An event is something that somebody did in your product. Any PostHog SDK sends them here.',
  token: {
    title: 'Project token',
    text: 'The token says which project an event belongs to. It can do nothing but send, so it may be public.',
    host: 'Host',
  },
  sdk: {
    title: 'Add an SDK',
    choose: 'SDK',
    install: 'Install it',
    use: 'Send an event',
  },
  copy: 'Copy',
  copied: 'Copied',
  listening: {
    title: 'Listening for the first event',
    text: 'This page shows it as soon as it arrives. There is no need to reload.',
  },
  arrived: {
    title: 'Your first event is here',
    titleBefore: 'Events are arriving',
    recent: (count: number) => (count === 1 ? 'event in the last 24 hours' : 'events in the last 24 hours'),
    elsewhen: 'By its timestamp it is not of the last 24 hours, so it is not counted here.',
    latest: 'The latest events',
    libraries: 'Where they came from',
    noLibrary: 'Without an SDK',
    next: 'Make an insight of it',
    dashboards: 'Go to the dashboards',
  },
  failed: (detail: string) => `Listening is interrupted and goes on by itself. ${detail}`,
} as const;
