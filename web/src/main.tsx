import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Problem } from './api/client';
import { App } from './app';
import './field/install'; // the browser offers it once, before the field's own pages are read
import { LocaleProvider } from './shell/locale';
import { readAnewWhenReplaced } from './shell/replaced';
import './styles/tokens.css';
import './styles/base.css';

/** What the server has refused it refuses again; only a line that broke is worth another try. */
const isWorthAnotherTry = (failures: number, error: Error): boolean =>
  error instanceof Problem && (error.offline || error.status >= 500) && failures < 2;

const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: isWorthAnotherTry, staleTime: 5_000, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});

readAnewWhenReplaced();

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <LocaleProvider>
        <App />
      </LocaleProvider>
    </QueryClientProvider>
  </StrictMode>,
);
