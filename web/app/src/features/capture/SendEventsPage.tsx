import { useParams } from '@tanstack/react-router';
import { CodeBlock, CopyButton, Page, Panel, Segments } from '@tessera/ui';
import { useState } from 'react';
import { useProjects } from '../access/queries.ts';
import { useTitle } from '../shell/useTitle.ts';
import { Arrivals } from './Arrivals.tsx';
import { captureMessages as messages } from './messages.ts';
import styles from './SendEventsPage.module.css';
import { type Snippet, snippets } from './snippets.ts';

const COPY = { copyLabel: messages.copy, copiedLabel: messages.copied };

/** How to send events to a project, and whether they arrive. */
export function SendEventsPage() {
  const { projectId } = useParams({ from: '/signed-in/project/$projectId/send-events' });
  useTitle(messages.title);
  const project = useProjects().find((it) => it.id === projectId);
  if (!project) {
    return null;
  }
  const host = window.location.origin;
  return (
    <Page title={messages.title} lead={messages.lead}>
      <div className={styles.columns}>
        <Sdks all={snippets(host, project.api_token)} />
        <div className={styles.side}>
          <Arrivals projectId={projectId} />
          <Panel className={styles.panel}>
            <div className={styles.facts}>
              <Fact label={messages.token.host} value={host} />
              <Fact label={messages.token.title} value={project.api_token} />
            </div>
            <p className={styles.text}>{messages.token.text}</p>
          </Panel>
        </div>
      </div>
    </Page>
  );
}

function Sdks({ all }: { all: readonly Snippet[] }) {
  const [chosen, setChosen] = useState<Snippet['id']>('web');
  const snippet = all.find((it) => it.id === chosen);
  return (
    <Panel className={styles.panel}>
      <h2 className={styles.heading}>{messages.sdk.title}</h2>
      <div className={styles.sdks}>
        <Segments
          label={messages.sdk.choose}
          value={chosen}
          options={all.map(({ id, label }) => ({ value: id, label }))}
          onChange={setChosen}
        />
      </div>
      {snippet?.install && (
        <div className={styles.step}>
          <h3 className={styles.label}>{messages.sdk.install}</h3>
          <CodeBlock code={snippet.install} {...COPY} />
        </div>
      )}
      {snippet && (
        <div className={styles.step}>
          <h3 className={styles.label}>{messages.sdk.use}</h3>
          <CodeBlock code={snippet.code} {...COPY} />
        </div>
      )}
    </Panel>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div className={styles.step}>
      <h3 className={styles.label}>{label}</h3>
      <div className={styles.value}>
        <code>{value}</code>
        <CopyButton text={value} {...COPY} />
      </div>
    </div>
  );
}
