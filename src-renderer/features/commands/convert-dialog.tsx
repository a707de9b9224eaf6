// Asks once before a workfile becomes a repair order and takes a number for good.
import { useState } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { contactLabel } from '../../../src-shared/domain/people/contact.ts';
import { vehicleLabel } from '../../../src-shared/domain/vehicle/vehicle.ts';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { convertWorkfile } from '../../stores/commands.ts';
import { closeOverlay, say, useActiveWorkfile, useShell } from '../../stores/shell.ts';
import { useSync } from '../../stores/sync.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { roWords } from '../../words/command-words.ts';
import { reserving } from '../../words/dms/reservation-words.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { RoNumberField, useRoNumber } from './ro-number-field.tsx';
import { whenSent } from './when-sent.ts';

export function ConvertDialog() {
  const isOpen = useShell(({ overlay }) => overlay === 'convert');
  const workfileId = useActiveWorkfile();
  return isOpen && workfileId !== undefined ? <OpenConvertDialog workfileId={workfileId} /> : null;
}

function OpenConvertDialog({ workfileId }: { readonly workfileId: WorkfileId }) {
  const owner = useSheet(workfileId, (sheet) => sheet.contacts.find((contact) => contact.parent.role === 'owner'));
  const vehicle = useSheet(workfileId, (sheet) => sheet.vehicle);
  const phase = useSync(({ state }) => state?.phase);
  const number = useRoNumber();
  const [busy, setBusy] = useState(false);
  const toast = useToast();
  const reserves = number.reservation === 'now' && number.typed === undefined;
  const convert = async (): Promise<void> => {
    setBusy(true);
    const reply = await convertWorkfile(workfileId, number.typed);
    setBusy(false);
    // What was typed stays to be put right.
    if (reply.ok || number.typed === undefined) closeOverlay('convert');
    if (!reply.ok) toast({ text: wordBriefly(reply.failure), tone: 'error' });
    else say(`Convert to repair order: ${roWords(reply.value.number)}`);
  };
  const whose = [owner && contactLabel(owner.name), vehicleLabel(vehicle.identity)].filter((part) => part).join(', ');
  return (
    <Dialog
      open
      title='Convert to repair order'
      action={{
        title: 'Convert to repair order',
        run: () => void convert(),
        busy,
        disabledReason: number.problem,
      }}
      onClose={() => closeOverlay('convert')}
    >
      <p>
        {whose === '' ? '' : `${whose}. `}
        It takes the RO number for good.
      </p>
      <RoNumberField form={number} />
      <p>{busy && reserves ? reserving : whenSent(phase, 'The conversion')}</p>
    </Dialog>
  );
}
