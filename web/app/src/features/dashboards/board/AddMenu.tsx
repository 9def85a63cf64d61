import { useNavigate } from '@tanstack/react-router';
import { Button, ChartIcon, InsightIcon, Menu, MenuItem, PlusIcon, TextIcon } from '@tessera/ui';
import { lazy, Suspense, useState } from 'react';
import { useBoardContext } from './BoardContext.ts';
import { boardMessages as messages } from './messages.ts';
import { NewTextDialog } from './NewTextDialog.tsx';

const InsightPicker = lazy(() => import('./InsightPicker.tsx'));

/** What can be put on the dashboard. */
export function AddMenu() {
  const { projectId, boardId } = useBoardContext();
  const navigate = useNavigate();
  const [adding, setAdding] = useState<'text' | 'insight' | null>(null);
  const close = () => setAdding(null);
  return (
    <>
      <Menu
        label={messages.add}
        trigger={(trigger) => (
          <Button {...trigger} icon={<PlusIcon size={16} aria-hidden />}>
            {messages.add}
          </Button>
        )}
      >
        <MenuItem
          icon={<InsightIcon size={15} />}
          onSelect={() =>
            void navigate({
              to: '/project/$projectId/insights/new',
              params: { projectId },
              search: { dashboard: boardId },
            })
          }
        >
          {messages.addInsight}
        </MenuItem>
        <MenuItem icon={<ChartIcon size={15} />} onSelect={() => setAdding('insight')}>
          {messages.addExisting}
        </MenuItem>
        <MenuItem icon={<TextIcon size={15} />} onSelect={() => setAdding('text')}>
          {messages.addText}
        </MenuItem>
      </Menu>
      {adding === 'text' && <NewTextDialog onClose={close} />}
      {adding === 'insight' && (
        <Suspense>
          <InsightPicker onClose={close} />
        </Suspense>
      )}
    </>
  );
}
