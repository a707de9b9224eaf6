// Takes over the vehicle or the insurance of the owner's last workfile, as chosen.
import { useEffect, useState } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Customer } from '../../../src-shared/domain/people/customer.ts';
import { type Copiable, copiable } from '../../../src-shared/domain/workfile/copy-visit.ts';
import type { WorkfileHead } from '../../../src-shared/ipc/shapes.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { CheckField } from '../../../src-ui/fields/check-field.tsx';
import { loadVisits, useDirectory, useVisits, visitorsOf } from '../../stores/library/customers.ts';
import { copyFromVisit, undo } from '../../stores/workfile/edits.ts';
import { wordBriefly } from '../../words/failure-words.ts';

type CopyVisitProps = {
  readonly workfileId: WorkfileId;
  readonly customer: Customer;
  readonly disabledReason: string | undefined;
};

/** Offered to a customer who was here before. */
export function CopyVisit({ workfileId, customer, disabledReason }: CopyVisitProps) {
  const visitors = visitorsOf(useDirectory(), [customer]);
  useEffect(() => void loadVisits(visitors), [visitors]);
  const last = useVisits(visitors).find(({ head }) => head.id !== workfileId)?.head;
  const [isOpen, setOpen] = useState(false);
  if (last === undefined) return null;
  return (
    <>
      <Button look='quiet' icon='copy' disabledReason={disabledReason} onPress={() => setOpen(true)}>
        Copy from last file…
      </Button>
      {isOpen && <CopyDialog workfileId={workfileId} last={last} onClose={() => setOpen(false)} />}
    </>
  );
}

type CopyDialogProps = {
  readonly workfileId: WorkfileId;
  readonly last: WorkfileHead;
  readonly onClose: () => void;
};

function CopyDialog({ workfileId, last, onClose }: CopyDialogProps) {
  const toast = useToast();
  const there: Readonly<Record<Copiable, string>> = { vehicle: last.vehicle, insurance: last.insurer };
  const [what, setWhat] = useState<readonly Copiable[]>(copiable.filter((part) => there[part] !== ''));
  const copy = async (): Promise<void> => {
    onClose();
    const failure = await copyFromVisit({ workfileId, from: last.id, what });
    if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
    else toast({ text: `Copied from ${last.label}`, tone: 'ok', undo: () => void undo(workfileId) });
  };
  return (
    <Dialog
      open
      title={`Copy from ${last.label}`}
      action={{
        title: 'Copy',
        run: () => void copy(),
        disabledReason: what.length === 0 ? 'Choose what to copy.' : undefined,
      }}
      onClose={onClose}
    >
      <div className='form-stack'>
        {copiable.map((part) => (
          <CheckField
            key={part}
            label={[partWords[part], there[part]].filter((words) => words !== '').join(': ')}
            value={what.includes(part)}
            onCommit={(on) => {
              setWhat(copiable.filter((one) => (one === part ? on : what.includes(one))));
              return undefined;
            }}
          />
        ))}
        <p className='contact-same'>Mileage, damage and the claim belong to the last visit and are not copied.</p>
      </div>
    </Dialog>
  );
}

const partWords: Readonly<Record<Copiable, string>> = { vehicle: 'Vehicle', insurance: 'Insurance' };
