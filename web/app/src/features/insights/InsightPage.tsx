import { Page } from '@tessera/ui';
import { insightMessages as messages } from './messages.ts';

/** The slot of /project/:projectId/insights/new. */
export function NewInsightPage() {
  return <Page title={messages.newInsight}>{null}</Page>;
}

/** The slot of /project/:projectId/insights/:shortId. */
export function InsightPage() {
  return <Page title={messages.newInsight}>{null}</Page>;
}
