import {
  type Breakdown,
  breakdownName,
  DEFAULT_LIMIT,
  MAX_LIMIT,
  NO_BREAKDOWN,
  type PropertyBreakdown,
} from '@tessera/query-model';
import { Checkbox, CloseIcon, IconButton } from '@tessera/ui';
import { useId } from 'react';
import { definitionMessages } from '../../definitions/messages.ts';
import { PickButton } from '../../definitions/PickButton.tsx';
import { properties } from '../../definitions/sources.ts';
import styles from './Controls.module.css';
import { editorMessages as messages } from './messages.ts';
import { QueryError } from './QueryError.tsx';
import { eventsOf, type TrendControlProps } from './TrendControls.tsx';

/** By which property the series are split. */
export function BreakdownControl({ trend, onChange }: TrendControlProps) {
  const { breakdown } = trend;
  const change = (changed: Breakdown, step?: string) => onChange({ ...trend, breakdown: changed }, step);
  const name = breakdownName(breakdown);
  return (
    <fieldset className={styles.section}>
      <legend className={styles.heading}>{messages.breakdown}</legend>
      <div className={styles.line}>
        {breakdown.kind === 'property' ? (
          <PickButton
            label={messages.breakdownBy}
            search={definitionMessages.searchProperties}
            placeholder={messages.addBreakdown}
            selected={name === null ? [] : [name]}
            source={(typed) => properties(typed, eventsOf(trend))}
            onPick={(property) => change({ ...breakdown, property })}
          >
            {name}
          </PickButton>
        ) : (
          <p className={styles.note}>{messages.otherBreakdown(name ?? '')}</p>
        )}
        {name !== null && (
          <IconButton
            size="sm"
            label={messages.removeBreakdown}
            icon={<CloseIcon size={14} />}
            onClick={() => change(NO_BREAKDOWN)}
          />
        )}
      </div>
      {breakdown.kind === 'property' && breakdown.property !== null && (
        <Options breakdown={breakdown} onChange={change} />
      )}
      <QueryError path="breakdownFilter" except={['breakdown_limit']} />
    </fieldset>
  );
}

interface OptionsProps {
  breakdown: PropertyBreakdown;
  onChange: (breakdown: Breakdown, step?: string) => void;
}

function Options({ breakdown, onChange }: OptionsProps) {
  const id = useId();
  const { limit, hideOther } = breakdown;
  return (
    <>
      <div className={styles.line}>
        <label htmlFor={id} className={styles.inlineLabel}>
          {messages.limit}
        </label>
        <input
          id={id}
          type="number"
          inputMode="numeric"
          min={1}
          max={MAX_LIMIT}
          className={styles.limit}
          placeholder={`${DEFAULT_LIMIT}`}
          value={limit ?? ''}
          onChange={({ target }) =>
            onChange({ ...breakdown, limit: target.value === '' ? null : Number(target.value) }, 'limit')
          }
        />
      </div>
      <QueryError path="breakdownFilter__breakdown_limit" />
      <Checkbox
        label={messages.hideOther}
        checked={hideOther}
        onChange={({ target }) => onChange({ ...breakdown, hideOther: target.checked })}
      />
    </>
  );
}
