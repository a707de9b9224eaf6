// Opens the component page; the address says which view, theme and density.
import { createRoot } from 'react-dom/client';
import { AppFrame } from '../../../src-ui/theme/app-frame.tsx';
import { DemoPage } from './demo-page.tsx';

const wish = new URLSearchParams(window.location.search);
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce;
const root = document.querySelector('#root');
if (root)
  createRoot(root).render(
    <AppFrame
      nonce={nonce}
      theme={wish.get('theme') === 'dark' ? 'dark' : 'light'}
      density={wish.get('density') === 'comfortable' ? 'comfortable' : 'compact'}
    >
      <DemoPage view={wish.get('view') ?? 'list'} />
    </AppFrame>,
  );
