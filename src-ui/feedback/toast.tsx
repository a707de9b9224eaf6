// Short words about what was just done, with Undo while it is fresh.
import {
  Link,
  Toast,
  ToastBody,
  Toaster,
  ToastTitle,
  ToastTrigger,
  useId,
  useToastController,
} from '@fluentui/react-components';
import { createContext, type ReactNode, useCallback, useContext } from 'react';

export type ToastWords = {
  readonly text: string;
  readonly detail?: string;
  readonly tone?: 'ok' | 'info' | 'warn' | 'error';
  readonly undo?: (() => void) | undefined;
  /** 10 with Undo, 5 without. */
  readonly seconds?: number;
};

export type ShowToast = (words: ToastWords) => void;

const ToastContext = createContext<ShowToast>(() => undefined);

export function useToast(): ShowToast {
  return useContext(ToastContext);
}

const intents = { ok: 'success', info: 'info', warn: 'warning', error: 'error' } as const;

export function ToastHost({ children }: { readonly children: ReactNode }) {
  const toasterId = useId('toaster');
  const { dispatchToast } = useToastController(toasterId);
  const show = useCallback<ShowToast>(
    (words) => {
      dispatchToast(<ToastCard {...words} />, {
        intent: intents[words.tone ?? 'ok'],
        timeout: (words.seconds ?? (words.undo ? 10 : 5)) * 1000,
        pauseOnHover: true,
        pauseOnWindowBlur: true,
        politeness: words.tone === 'error' ? 'assertive' : 'polite',
      });
    },
    [dispatchToast],
  );
  return (
    <ToastContext value={show}>
      {children}
      <Toaster toasterId={toasterId} position='bottom-end' offset={{ horizontal: 16, vertical: 40 }} limit={4} />
    </ToastContext>
  );
}

function ToastCard({ text, detail, undo }: ToastWords) {
  const action = undo && (
    <ToastTrigger>
      <Link onClick={undo}>Undo</Link>
    </ToastTrigger>
  );
  return (
    <Toast>
      <ToastTitle action={action ?? null}>{text}</ToastTitle>
      {detail && <ToastBody>{detail}</ToastBody>}
    </Toast>
  );
}
