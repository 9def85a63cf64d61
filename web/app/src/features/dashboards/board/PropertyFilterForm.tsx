import { useQuery } from '@tanstack/react-query';
import { Button, SelectField, TextField } from '@tessera/ui';
import { useId, useState } from 'react';
import { api } from '../../../api/client.ts';
import type { Page } from '../../../api/page.ts';
import { useBoardContext } from './BoardContext.ts';
import styles from './Filters.module.css';
import { boardMessages } from './messages.ts';
import { filterFrom, isOperator, OPERATORS, type Operator, textOf } from './propertyFilter.ts';
import type { PropertyFilter } from './wire.ts';

const messages = boardMessages.filters;

interface PropertyFilterFormProps {
  filter?: PropertyFilter;
  onApply: (filter: PropertyFilter) => void;
}

export function PropertyFilterForm({ filter, onApply }: PropertyFilterFormProps) {
  const [key, setKey] = useState(filter?.key ?? '');
  const [operator, setOperator] = useState<Operator>(
    isOperator(filter?.operator) ? filter.operator : 'exact',
  );
  const [text, setText] = useState(textOf(filter?.value));
  const keys = useId();
  const wanted = filterFrom(key, operator, text, filter?.type);
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
      <TextField
        label={messages.key}
        list={keys}
        data-first
        required
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={key}
        onChange={(event) => setKey(event.target.value)}
      />
      <Suggestions id={keys} />
      <SelectField
        label={messages.operator}
        value={operator}
        onChange={(event) => isOperator(event.target.value) && setOperator(event.target.value)}
      >
        {OPERATORS.map((it) => (
          <option key={it} value={it}>
            {messages.operators[it]}
          </option>
        ))}
      </SelectField>
      <TextField
        label={operator === 'icontains' ? messages.value : messages.values}
        hint={operator === 'icontains' ? undefined : messages.valuesHint}
        required
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" variant="primary" disabled={!wanted}>
        {messages.apply}
      </Button>
    </form>
  );
}

/** Names of properties that events have had; any other can be written too. */
function Suggestions({ id }: { id: string }) {
  const { projectId } = useBoardContext();
  const { data = [] } = useQuery({
    queryKey: ['project', projectId, 'property-definitions', 'event'],
    queryFn: async ({ signal }) => {
      const page = await api.get<Page<{ name: string }>>(`/api/projects/${projectId}/property_definitions/`, {
        query: { type: 'event', limit: 500 },
        signal,
      });
      return page.results.map(({ name }) => name);
    },
    staleTime: 5 * 60_000,
    retry: false,
  });
  return (
    <datalist id={id}>
      {data.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}
