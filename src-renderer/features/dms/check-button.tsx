// Opens the dialog in which somebody says what became of an export of which nobody knows whether it arrived.
import { type ComponentProps, useState } from 'react';
import { Button } from '../../../src-ui/actions/button.tsx';
import { useDenied } from '../../stores/session.ts';
import { CheckDialog } from './check-dialog.tsx';

export function CheckButton(about: Omit<ComponentProps<typeof CheckDialog>, 'onClose'>) {
  const [isOpen, setOpen] = useState(false);
  const denied = useDenied('check-exports');
  return (
    <>
      <Button onPress={() => setOpen(true)} disabledReason={denied}>
        Check in DMS…
      </Button>
      {isOpen && <CheckDialog {...about} onClose={() => setOpen(false)} />}
    </>
  );
}
