import { useRouter, useSearch } from '@tanstack/react-router';
import { Button, PasswordField, TextField } from '@tessera/ui';
import styles from './EntryFrame.module.css';
import { EntryFrame } from './EntryFrame.tsx';
import { FormError } from './FormError.tsx';
import { accessMessages } from './messages.ts';
import { useSignIn } from './queries.ts';

const messages = accessMessages.signIn;

export function SignInPage() {
  const { next, expired } = useSearch({ from: '/login' });
  const router = useRouter();
  const { mutate, error, isPending } = useSignIn();
  const submit = (form: FormData) =>
    mutate(
      { email: String(form.get('email')).trim(), password: String(form.get('password')) },
      { onSuccess: () => router.history.push(next ?? '/') },
    );
  return (
    <EntryFrame title={messages.title} lead={expired && messages.expired}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit(new FormData(event.currentTarget));
        }}
      >
        <FormError error={error} />
        <TextField label={messages.email} name="email" type="email" autoComplete="username" required />
        <PasswordField
          label={messages.password}
          name="password"
          autoComplete="current-password"
          required
          showLabel={accessMessages.showPassword}
          hideLabel={accessMessages.hidePassword}
        />
        <Button type="submit" variant="primary" size="lg" wide busy={isPending}>
          {messages.submit}
        </Button>
      </form>
      <p className={styles.note}>{messages.forgotten}</p>
    </EntryFrame>
  );
}
