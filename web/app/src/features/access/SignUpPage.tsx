import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { Button, buttonClass, PasswordField, TextField } from '@tessera/ui';
import styles from './EntryFrame.module.css';
import { EntryFrame } from './EntryFrame.tsx';
import { FormError, fieldError } from './FormError.tsx';
import { accessMessages } from './messages.ts';
import { preflightQuery, useSignUp } from './queries.ts';

const messages = accessMessages.signUp;
const FIELDS = ['first_name', 'email', 'password', 'organization_name'];

export function SignUpPage() {
  const { initiated, can_create_org } = useSuspenseQuery(preflightQuery).data;
  return initiated && !can_create_org ? <Closed /> : <SignUp />;
}

function Closed() {
  return (
    <EntryFrame title={accessMessages.closed.title} lead={accessMessages.closed.text}>
      <Link to="/login" className={buttonClass({ size: 'lg' })}>
        {accessMessages.closed.signIn}
      </Link>
    </EntryFrame>
  );
}

function SignUp() {
  const { next } = useSearch({ from: '/signup' });
  const router = useRouter();
  const { mutate, error, isPending } = useSignUp();
  const submit = (form: FormData) => {
    const text = (name: string) => String(form.get(name)).trim();
    mutate(
      {
        first_name: text('first_name'),
        email: text('email'),
        password: String(form.get('password')),
        organization_name: text('organization_name'),
      },
      { onSuccess: () => router.history.push(next ?? '/') },
    );
  };
  return (
    <EntryFrame title={messages.title} lead={messages.lead}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit(new FormData(event.currentTarget));
        }}
      >
        <FormError error={error} fields={FIELDS} />
        <TextField
          label={messages.name}
          name="first_name"
          autoComplete="name"
          required
          maxLength={128}
          error={fieldError(error, 'first_name')}
        />
        <TextField
          label={messages.email}
          name="email"
          type="email"
          autoComplete="username"
          required
          error={fieldError(error, 'email')}
        />
        <PasswordField
          label={messages.password}
          name="password"
          autoComplete="new-password"
          required
          hint={messages.passwordHint}
          showLabel={accessMessages.showPassword}
          hideLabel={accessMessages.hidePassword}
          error={fieldError(error, 'password')}
        />
        <TextField
          label={messages.organization}
          name="organization_name"
          autoComplete="organization"
          required
          maxLength={64}
          hint={messages.organizationHint}
          error={fieldError(error, 'organization_name')}
        />
        <Button type="submit" variant="primary" size="lg" wide busy={isPending}>
          {messages.submit}
        </Button>
      </form>
    </EntryFrame>
  );
}
