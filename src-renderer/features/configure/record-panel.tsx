// The form of one record beside its list: its name, Save and close, and what it consists of.
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../../../src-ui/actions/button.tsx';
import { commitFocused, goToRefused } from '../../../src-ui/fields/leave-field.ts';
import { leaveRecord } from '../../stores/library/leave-record.ts';

export type RecordPanelProps = {
  readonly title: string;
  readonly recordId: string;
  /** The field that gets the focus. */
  readonly place: string | undefined;
  readonly isActive: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

export function RecordPanel({ title, recordId, place, isActive, onClose, children }: RecordPanelProps) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (place !== undefined) document.getElementById(place)?.focus();
  }, [place]);
  const saveAndClose = async (): Promise<void> => {
    commitFocused();
    if (await leaveRecord(recordId, title, () => goToRefused(panel.current))) onClose();
  };
  return (
    <section ref={panel} className='configure-panel form-screen' aria-label={title}>
      <header className='configure-head'>
        <h2>{title}</h2>
        {!isActive && <span className='configure-chip'>Inactive</span>}
        <Button icon='save' onPress={() => void saveAndClose()}>
          Save and close
        </Button>
      </header>
      {children}
    </section>
  );
}
