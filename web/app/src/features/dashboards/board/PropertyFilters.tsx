import { Button, CloseIcon, FilterIcon, IconButton, Popover, Skeleton } from '@tessera/ui';
import { type ComponentProps, lazy, Suspense } from 'react';
import styles from './Filters.module.css';
import { boardMessages } from './messages.ts';
import { filterName } from './propertyFilter.ts';
import type { PropertyFilter } from './wire.ts';

const PropertyFilterForm = lazy(() => import('./PropertyFilterForm.tsx'));
const messages = boardMessages.filters;

interface PropertyFiltersProps {
  properties: readonly PropertyFilter[];
  onChange: (properties: PropertyFilter[]) => void;
}

/** Filters by properties of events; all of them have to hold. */
export function PropertyFilters({ properties, onChange }: PropertyFiltersProps) {
  const replace = (at: number, ...by: PropertyFilter[]) => onChange(properties.toSpliced(at, 1, ...by));
  return (
    <>
      {properties.map((filter, at) => {
        const name = filterName(filter);
        return (
          <span key={name} className={styles.chip}>
            <Popover
              label={messages.edit(name)}
              trigger={(trigger) => (
                <button type="button" {...trigger} className={styles.chipText} title={name}>
                  <span className="visually-hidden">{messages.edit(name)}</span>
                  <span aria-hidden="true">{name}</span>
                </button>
              )}
            >
              {(close) => (
                <Form
                  filter={filter}
                  onApply={(changed) => {
                    replace(at, changed);
                    close();
                  }}
                />
              )}
            </Popover>
            <IconButton
              size="sm"
              label={messages.remove(name)}
              icon={<CloseIcon size={13} />}
              onClick={() => replace(at)}
            />
          </span>
        );
      })}
      <Popover
        label={messages.add}
        trigger={(trigger) => (
          <Button {...trigger} variant="quiet" icon={<FilterIcon size={15} aria-hidden />}>
            {messages.add}
          </Button>
        )}
      >
        {(close) => (
          <Form
            onApply={(filter) => {
              onChange([...properties, filter]);
              close();
            }}
          />
        )}
      </Popover>
    </>
  );
}

/** Loaded when it is wanted: it is a tenth of the page. */
function Form(props: ComponentProps<typeof PropertyFilterForm>) {
  return (
    <Suspense
      fallback={
        <div className={styles.form}>
          <Skeleton height="var(--control)" />
        </div>
      }
    >
      <PropertyFilterForm {...props} />
    </Suspense>
  );
}
