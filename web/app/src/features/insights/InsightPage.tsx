import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, buttonClass, EmptyState, ErrorState } from '@tessera/ui';
import { useState } from 'react';
import { draftOf, newDraft } from './editor/draft.ts';
import { Editor } from './editor/Editor.tsx';
import { EditorSkeleton } from './editor/EditorSkeleton.tsx';
import { editorMessages as messages } from './editor/messages.ts';
import { insightQuery, useMarkViewed } from './queries.ts';

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
      <NoEditor projectId={projectId} />
    );
  }
  if (error) {
    return (
      <ErrorState
        page
        title={messages.missing}
        actions={<Button onClick={() => void refetch()}>{messages.retry}</Button>}
      >
        {error.message}
      </ErrorState>
    );
  }
  return <EditorSkeleton />;
}

function NoEditor({ projectId }: { projectId: number }) {
  return (
    <EmptyState
      page
      title={messages.unsupported.title}
      actions={
        <Link to="/project/$projectId/insights" params={{ projectId }} className={buttonClass()}>
          {messages.unsupported.back}
        </Link>
      }
    >
      {messages.unsupported.text}
    </EmptyState>
  );
}
