import { Button, CloseIcon, FilterIcon, IconButton, Popover } from '@tessera/ui';
import styles from './Filters.module.css';
import { boardMessages } from './messages.ts';
import { PropertyFilterForm } from './PropertyFilterForm.tsx';
import { filterName } from './propertyFilter.ts';
import type { PropertyFilter } from './wire.ts';

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
                <PropertyFilterForm
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
          <PropertyFilterForm
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
