import { Button } from '@tessera/ui';
import { useState } from 'react';
import { ConditionFields } from '../../definitions/ConditionFields.tsx';
import styles from './Filters.module.css';
import { boardMessages } from './messages.ts';
import { conditionOf, filterFrom } from './propertyFilter.ts';
import type { PropertyFilter } from './wire.ts';

interface PropertyFilterFormProps {
  /** Absent for a new one, which begins with the choice of a property. */
  filter?: PropertyFilter;
  onApply: (filter: PropertyFilter) => void;
}

export default function PropertyFilterForm({ filter, onApply }: PropertyFilterFormProps) {
  const [condition, setCondition] = useState(() => conditionOf(filter));
  const wanted = filterFrom(condition, filter?.type);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted) {
          onApply(wanted);
        }
      }}
    >
      <ConditionFields
        condition={condition}
        events={[]}
        startOpen={filter === undefined}
        onChange={setCondition}
      />
      <Button type="submit" variant="primary" disabled={!wanted}>
        {boardMessages.filters.apply}
      </Button>
    </form>
  );
}
