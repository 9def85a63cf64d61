import { useNavigate } from '@tanstack/react-router';
import type { Tile } from '@tessera/board-model';
import { Button, CloseIcon, EditIcon, IconButton, Modal, RefreshIcon } from '@tessera/ui';
import { useId, useMemo } from 'react';
import { Ago } from '../../../format/Ago.tsx';
import { rangeLabel } from '../../dates/ranges.ts';
import { read } from '../../insights/results/reading.ts';
import { TableResult } from '../../insights/results/TableResult.tsx';
import { useBoardContext } from './BoardContext.ts';
import styles from './FullView.module.css';
import { rangeOf } from './filters.ts';
import { Answer } from './InsightTile.tsx';
import { boardMessages } from './messages.ts';
import { titleOf } from './titles.ts';
import { useTile } from './useTile.ts';

const messages = boardMessages.tile;

interface FullViewProps {
  tile: Tile;
  insightId: number;
  onClose: () => void;
}

/** An insight with all the room there is, and the numbers behind it. */
export default function FullView({ tile, insightId, onClose }: FullViewProps) {
  const { projectId, filters, colors } = useBoardContext();
  const id = useId();
  const navigate = useNavigate();
  const answer = useTile(insightId);
  const { insight } = answer;
  const title = titleOf(tile, insight);
  const reading = useMemo(
    () => (insight?.last_refresh ? read(insight, colors) : undefined),
    [insight, colors],
  );
  const hasNumbers =
    reading?.kind === 'series' ||
    (reading?.kind === 'totals' && reading.look !== 'table' && reading.totals.length > 1);
  return (
    <Modal onClose={onClose} aria-labelledby={id} className={styles.view}>
      <header className={styles.head}>
        <div className={styles.titles}>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          {tile.description && <p className={styles.description}>{tile.description}</p>}
          <p className={styles.facts}>
            {rangeLabel(rangeOf(insight?.query?.source?.dateRange ?? filters))}
            {insight?.last_refresh && <Ago short instant={insight.last_refresh} title={messages.computed} />}
          </p>
        </div>
        <div className={styles.actions}>
          <Button
            icon={<RefreshIcon size={15} aria-hidden />}
            busy={answer.isFetching}
            onClick={() => void answer.refresh()}
          >
            {messages.refresh}
          </Button>
          {tile.content.kind === 'insight' && (
            <Button
              icon={<EditIcon size={15} aria-hidden />}
              onClick={() => {
                if (tile.content.kind === 'insight') {
                  void navigate({
                    to: '/project/$projectId/insights/$shortId',
                    params: { projectId, shortId: tile.content.shortId },
                  });
                }
              }}
            >
              {messages.edit}
            </Button>
          )}
          <IconButton label={boardMessages.close} icon={<CloseIcon size={18} />} onClick={onClose} />
        </div>
      </header>
      <div className={styles.body}>
        <div className={styles.chart}>
          <Answer answer={answer} title={title} />
        </div>
        {hasNumbers && (
          <section className={styles.data} aria-label={messages.data}>
            <TableResult reading={reading} />
          </section>
        )}
      </div>
    </Modal>
  );
}
