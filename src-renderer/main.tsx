// The window's composition root: clock and stores started, the page drawn.
import './zod-config.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { dmsViewOf } from '../src-shared/ipc/dms/dms-view.ts';
import { App } from './app.tsx';
import { tellTime } from './stores/clock.ts';
import { startStores } from './stores/start.ts';

const clockStepMs = 30_000;

tellTime(Date.now());
setInterval(() => tellTime(Date.now()), clockStepMs);
startStores();

const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce;
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App nonce={nonce} view={dmsViewOf(window.location.hash)} />
    </StrictMode>,
  );
}
