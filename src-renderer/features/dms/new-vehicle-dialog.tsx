// The make and the model under which the dealer's system gets a vehicle that it does not know, prompted from the workfile.
import { useState } from 'react';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { exportNewVehicle } from '../../stores/dms/search.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import type { SearchProps } from './customer-search.tsx';

export function NewVehicleDialog({ workfileId, onClose }: SearchProps) {
  const identity = useSheet(workfileId, ({ vehicle }) => vehicle.identity);
  const [make, setMake] = useState(identity.make.slice(0, 40));
  const [model, setModel] = useState(identity.model.slice(0, 60));
  const toast = useToast();
  const next = async (): Promise<void> => {
    const failure = await exportNewVehicle({ workfileId, make, model });
    if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
    else onClose();
  };
  const isWhole = make.trim() !== '' && model.trim() !== '';
  return (
    <Dialog
      open
      title='New vehicle record'
      onClose={onClose}
      action={{
        title: 'Next',
        run: () => void next(),
        disabledReason: isWhole ? undefined : 'The DMS needs the make and the model.',
      }}
    >
      <p>The vehicle goes to the DMS under this make and model. Its VIN, year and plate are those of the workfile.</p>
      <TextField
        label='Make'
        maxLength={40}
        autoFocus
        value={make}
        onDraft={(text) => text !== undefined && setMake(text)}
        onCommit={(text) => setMake(text) as undefined}
      />
      <TextField
        label='Model'
        maxLength={60}
        value={model}
        onDraft={(text) => text !== undefined && setModel(text)}
        onCommit={(text) => setModel(text) as undefined}
      />
    </Dialog>
  );
}
