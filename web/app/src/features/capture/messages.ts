export const captureMessages = { title: 'Send your first event' } as const;
