/** What the orders of the list are called; not with its other messages, which dashboards load as well. */
export const orderMessages = {
  pinned: 'Pinned first',
  name: 'Name, A to Z',
  nameTurned: 'Name, Z to A',
  createdBy: 'Created by, A to Z',
  createdByTurned: 'Created by, Z to A',
  created: 'Created, newest first',
  createdTurned: 'Created, oldest first',
  lastViewed: 'Last viewed, newest first',
  lastViewedTurned: 'Last viewed, oldest first',
} as const;
