// Says things to screen readers without moving the focus.
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

export type Announce = (text: string, manner?: 'polite' | 'assertive') => void;

const AnnounceContext = createContext<Announce>(() => undefined);

/** Polite for what went well, assertive only for failures. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}

export function LiveRegions({ children }: { readonly children: ReactNode }) {
  const [polite, setPolite] = useState('');
  const [assertive, setAssertive] = useState('');
  const announce = useCallback<Announce>((text, manner = 'polite') => {
    (manner === 'assertive' ? setAssertive : setPolite)((before) => alter(text, before));
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className='ui-hidden' role='status'>
        {polite}
      </div>
      <div className='ui-hidden' role='alert'>
        {assertive}
      </div>
    </AnnounceContext>
  );
}

/** The same words twice must differ, or the second time is not read. */
const alter = (text: string, before: string): string => (text === before ? `${text}\u00a0` : text);
