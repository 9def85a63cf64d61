/** What pages say that are left with something unsaved. */
export const leavingMessages = {
  title: 'Leave without saving?',
  stay: 'Stay',
  leave: 'Leave',
  save: 'Save and leave',
} as const;
