import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { buttonClass, EmptyState } from '@tessera/ui';
import { useState } from 'react';
import { ApiError } from '../../api/ApiError.ts';
import { MissingPage, UnloadedPage } from '../shell/pageStates.tsx';
import { useTitle } from '../shell/useTitle.ts';
import { draftOf, newDraft } from './editor/draft.ts';
import { Editor } from './editor/Editor.tsx';
import { EditorSkeleton } from './editor/EditorSkeleton.tsx';
import { editorMessages as messages } from './editor/messages.ts';
import { nameOf } from './names.ts';
import { insightQuery, useMarkViewed } from './queries.ts';
import type { Insight } from './wire.ts';

export function NewInsightPage() {
  const { projectId } = useParams({ from: '/signed-in/project/$projectId/insights/new' });
  const [saved] = useState(newDraft);
  return <Editor projectId={projectId} insight={null} saved={saved} />;
}

export function InsightPage() {
  const { projectId, shortId } = useParams({ from: '/signed-in/project/$projectId/insights/$shortId' });
  const { data: insight, error, refetch } = useQuery(insightQuery(projectId, shortId));
  useMarkViewed(projectId, insight?.id);
  if (insight) {
    const saved = draftOf(insight);
    return saved ? (
      <Editor key={insight.id} projectId={projectId} insight={insight} saved={saved} />
    ) : (
      <NoEditor projectId={projectId} insight={insight} />
    );
  }
  if (error instanceof ApiError && error.status === 404) {
    return (
      <MissingPage title={messages.gone} actions={<AllInsights projectId={projectId} />}>
        {messages.goneText}
      </MissingPage>
    );
  }
  return error ? (
    <UnloadedPage title={messages.missing} error={error} onRetry={() => void refetch()} />
  ) : (
    <EditorSkeleton />
  );
}

function NoEditor({ projectId, insight }: { projectId: number; insight: Insight }) {
  useTitle(nameOf(insight));
  return (
    <EmptyState page title={messages.unsupported.title} actions={<AllInsights projectId={projectId} />}>
      {messages.unsupported.text}
    </EmptyState>
  );
}

function AllInsights({ projectId }: { projectId: number }) {
  return (
    <Link to="/project/$projectId/insights" params={{ projectId }} className={buttonClass()}>
      {messages.toList}
    </Link>
  );
}
