export const accessMessages = {
  signIn: {
    title: 'Sign in',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    expired: 'Your session has expired. Sign in again to go on.',
    forgotten: 'Forgotten your password? Ask the administrator of this server to reset it.',
  },
  signUp: {
    title: 'Set up Tessera',
    lead: 'This server is new. Make the first account: it is the administrator’s.',
    name: 'Your name',
    email: 'E-mail',
    password: 'Password',
    passwordHint: 'At least 8 characters, and not easy to guess.',
    organization: 'Organization',
    organizationHint: 'Your company or team. Projects and people belong to it.',
    submit: 'Create the account',
  },
  closed: {
    title: 'Ask your administrator',
    text: 'This server is set up already, and new accounts are made by its administrator.',
    signIn: 'Go to sign-in',
  },
  showPassword: 'Show password',
  hidePassword: 'Hide password',
} as const;
