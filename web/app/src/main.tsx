import 'virtual:tessera-tokens.css';
import '@tessera/ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, createApplication } from './App.tsx';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App {...createApplication()} />
    </StrictMode>,
  );
}
