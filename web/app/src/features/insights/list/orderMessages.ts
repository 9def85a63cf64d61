/** What the orders of the list are called; not with its other messages, which dashboards load as well. */
export const orderMessages = {
  modified: 'Last changed, newest first',
  modifiedTurned: 'Last changed, oldest first',
  name: 'Name, A to Z',
  nameTurned: 'Name, Z to A',
  dashboards: 'Most dashboards first',
  dashboardsTurned: 'Fewest dashboards first',
  createdBy: 'Created by, A to Z',
  createdByTurned: 'Created by, Z to A',
} as const;
