import { AlertIcon, Button, cx, FilterIcon, IconButton, RefreshIcon, WarningIcon } from '@tessera/ui';
import { useMemo } from 'react';
import { Ago } from '../../../format/Ago.tsx';
import { exactTime } from '../../../format/time.ts';
import { Note } from '../../insights/results/Note.tsx';
import { ResultSkeleton } from '../../insights/results/ResultSkeleton.tsx';
import { ResultView } from '../../insights/results/ResultView.tsx';
import { read } from '../../insights/results/reading.ts';
import { useBoardContext } from './BoardContext.ts';
import type { TileProps } from './GridItem.tsx';
import { boardMessages } from './messages.ts';
import styles from './Tile.module.css';
import { TileFrame } from './TileFrame.tsx';
import { TileMenu } from './TileMenu.tsx';
import { titleOf } from './titles.ts';
import { useTile } from './useTile.ts';
import type { TileInsight } from './wire.ts';

const messages = boardMessages.tile;

/** A tile with the answer of an insight. */
export function InsightTile({ insightId, ...props }: TileProps & { insightId: number }) {
  const { tile, onOpen } = props;
  const answer = useTile(insightId);
  const title = titleOf(tile, answer.insight);
  return (
    <TileFrame
      {...props}
      title={title}
      onTitle={() => onOpen(tile.id)}
      busy={answer.isFetching}
      aside={
        <>
          {tile.filtersOverrides && (
            <span className={styles.age} title={messages.ownFilters}>
              <FilterIcon size={13} aria-label={messages.ownFilters} />
            </span>
          )}
          <Computed insight={answer.insight} isFetching={answer.isFetching} />
        </>
      }
      actions={
        <>
          <IconButton
            size="sm"
            label={messages.refreshOf(title)}
            title={refreshTitle(answer.insight)}
            icon={<RefreshIcon size={14} />}
            busy={answer.isFetching}
            onClick={() => void answer.refresh()}
          />
          <TileMenu {...props} title={title} />
        </>
      }
    >
      <Answer answer={answer} title={title} />
    </TileFrame>
  );
}

/** What the age says, which the buttons hide. */
function refreshTitle(insight: TileInsight | undefined): string {
  const computed = insight?.last_refresh;
  return computed ? `${messages.refresh} · ${messages.computed(exactTime(computed))}` : messages.refresh;
}

interface AnswerProps {
  answer: ReturnType<typeof useTile>;
  title: string;
}

/** The answer, or what is there in place of it. */
export function Answer({ answer, title }: AnswerProps) {
  const { colors } = useBoardContext();
  const { insight, isAnswered, error, isFetching, isOutdated, retry } = answer;
  const reading = useMemo(
    () => insight && isAnswered && read(insight, colors),
    [insight, isAnswered, colors],
  );
  if (reading) {
    return (
      <>
        {error && !isFetching && <Outdated reason={error.message} />}
        <div className={cx(styles.fill, isOutdated && styles.outdated)}>
          <ResultView reading={reading} />
        </div>
      </>
    );
  }
  if (error && !isFetching) {
    return (
      <div role="alert" className={styles.fill}>
        <Note
          title={messages.failed}
          icon={<AlertIcon size={22} aria-hidden />}
          action={
            <Button size="sm" onClick={retry}>
              {messages.retry}
            </Button>
          }
        >
          {error.message}
        </Note>
      </div>
    );
  }
  if (insight?.query === null && !isFetching) {
    return <ResultView reading={{ kind: 'nothing' }} />;
  }
  return (
    <div className={styles.fill}>
      <ResultSkeleton display={insight?.query?.source?.trendsFilter?.display} />
      <span className="visually-hidden">{messages.loading(title)}</span>
    </div>
  );
}

function Outdated({ reason }: { reason: string }) {
  return (
    <div role="alert" className={styles.warning}>
      <WarningIcon size={14} aria-hidden />
      {reason}
    </div>
  );
}

function Computed({ insight, isFetching }: { insight: TileInsight | undefined; isFetching: boolean }) {
  const computed = insight?.last_refresh;
  if (!computed) {
    return isFetching ? <span className={styles.age}>{messages.waiting}</span> : null;
  }
  return <Ago short className={styles.age} instant={computed} title={messages.computed} />;
}
