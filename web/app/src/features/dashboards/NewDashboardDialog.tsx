import { useNavigate } from '@tanstack/react-router';
import { Button, Dialog, TextArea, TextField } from '@tessera/ui';
import { useId } from 'react';
import { FormError, fieldError } from '../access/FormError.tsx';
import { dashboardMessages } from './messages.ts';
import { useCreateDashboard } from './queries.ts';

const messages = dashboardMessages.form;

export default function NewDashboardDialog({
  projectId,
  onClose,
}: {
  projectId: number;
  onClose: () => void;
}) {
  const form = useId();
  const navigate = useNavigate();
  const { mutate, error, isPending } = useCreateDashboard(projectId);
  const submit = (data: FormData) =>
    mutate(
      { name: String(data.get('name')).trim(), description: String(data.get('description')).trim() },
      {
        onSuccess: ({ id }) => {
          onClose();
          void navigate({
            to: '/project/$projectId/dashboard/$dashboardId',
            params: { projectId, dashboardId: id },
          });
        },
      },
    );
  return (
    <Dialog
      title={messages.title}
      closeLabel={messages.close}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{messages.cancel}</Button>
          <Button type="submit" form={form} variant="primary" busy={isPending}>
            {messages.create}
          </Button>
        </>
      }
    >
      <form
        id={form}
        style={{ display: 'contents' }}
        onSubmit={(event) => {
          event.preventDefault();
          submit(new FormData(event.currentTarget));
        }}
      >
        <FormError error={error} fields={['name', 'description']} />
        <TextField
          label={messages.name}
          name="name"
          required
          maxLength={400}
          data-autofocus
          autoComplete="off"
          placeholder={messages.namePlaceholder}
          error={fieldError(error, 'name')}
        />
        <TextArea
          label={messages.description}
          note={messages.optional}
          name="description"
          rows={2}
          error={fieldError(error, 'description')}
        />
      </form>
    </Dialog>
  );
}
