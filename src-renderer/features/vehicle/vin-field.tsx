// The VIN: checked with every keystroke, decoded on this PC with Enter or the button.
import { type SubmitEvent, useEffect, useState } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Vehicle } from '../../../src-shared/domain/vehicle/vehicle.ts';
import { cleanVin } from '../../../src-shared/domain/vehicle/vin.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { offerCommands, runCommand } from '../../stores/command-board.ts';
import { useConflicts } from '../../stores/workfile/conflicts.ts';
import { tieFields } from '../../stores/workfile/fields.ts';
import { wordVin } from '../../words/vin-words.ts';
import { CompareDialog } from './compare-dialog.tsx';
import { DecodingResult } from './decoding-result.tsx';
import { useDecoding } from './use-decoding.ts';
import './vehicle.css';

export type VinFieldProps = {
  readonly workfileId: WorkfileId;
  readonly vehicle: Vehicle;
  readonly disabledReason: string | undefined;
};

export function VinField({ workfileId, vehicle, disabledReason }: VinFieldProps) {
  const conflicts = useConflicts(workfileId);
  const tie = { workfileId, kind: 'vehicle', record: vehicle, disabledReason, conflicts } as const;
  const bound = tieFields(tie).text('identity', 'vin');
  const [typed, setTyped] = useState(bound.draft);
  const { state, decode, apply, dismiss } = useDecoding(workfileId, vehicle);
  const vin = cleanVin(typed ?? vehicle.identity.vin);
  const check = wordVin(vin);
  const cannotDecode = disabledReason ?? decodeReason(vin, check?.possible !== false);

  useEffect(
    () => offerCommands({ 'vehicle.decode': { run: () => void decode(vin), disabledReason: cannotDecode } }),
    [decode, vin, cannotDecode],
  );

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    runCommand('vehicle.decode');
  };

  return (
    <form className='vin' aria-label='Decode the VIN' onSubmit={submit}>
      <div className='vin-row'>
        <TextField
          {...bound}
          label='VIN'
          upper
          maxLength={40}
          problem={check?.text}
          problemTone={check?.tone}
          onDraft={(text) => {
            setTyped(text);
            bound.onDraft(text);
          }}
          onCommit={(text) => bound.onCommit(cleanVin(text))}
        />
        <Button icon='car' submit busy={state.kind === 'decoding'} disabledReason={cannotDecode}>
          {state.kind === 'decoding' ? 'Decoding…' : 'Decode'}
        </Button>
      </div>
      <DecodingResult state={state} vin={vehicle.identity.vin} />
      {state.kind === 'comparing' && (
        <CompareDialog differences={state.differences} onChoose={apply} onClose={dismiss} />
      )}
    </form>
  );
}

function decodeReason(vin: string, isPossible: boolean): string | undefined {
  if (vin === '') return 'Type the VIN first.';
  return isPossible ? undefined : 'Correct the VIN first: it has 17 letters and digits.';
}
