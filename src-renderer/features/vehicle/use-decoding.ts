// The course of decoding a VIN: asked, answered, compared with what was typed, applied as one edit.
import { useCallback, useState } from 'react';
import type { Failure } from '../../../src-shared/base/failure.ts';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Vehicle } from '../../../src-shared/domain/vehicle/vehicle.ts';
import type { VinDecoding } from '../../../src-shared/domain/vehicle/vin-decoding.ts';
import { decodeVin } from '../../stores/vin.ts';
import { changeGroup } from '../../stores/workfile/edits.ts';
import { sheetOf } from '../../stores/workfile/workfiles.ts';
import { applyAll, type Difference, differences, fillEmpty, saysSomething } from './compare-decoding.ts';

export type DecodingState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'decoding' }
  | { readonly kind: 'comparing'; readonly decoding: VinDecoding; readonly differences: readonly Difference[] }
  | { readonly kind: 'decoded'; readonly decoding: VinDecoding }
  | { readonly kind: 'failed'; readonly failure: Failure };

export type Choice = 'all' | 'empty';

export function useDecoding(workfileId: WorkfileId, { id, identity }: Vehicle) {
  const [state, setState] = useState<DecodingState>({ kind: 'idle' });

  const write = useCallback(
    async (decoding: VinDecoding, change: typeof applyAll): Promise<void> => {
      const now = sheetOf(workfileId)?.vehicle.identity ?? identity;
      const value = change({ ...now, vin: decoding.vin }, decoding);
      const failure = await changeGroup(workfileId, { kind: 'vehicle', id, group: 'identity', value });
      setState(failure === undefined ? { kind: 'decoded', decoding } : { kind: 'failed', failure });
    },
    [workfileId, id, identity],
  );

  const decode = useCallback(
    async (vin: string): Promise<void> => {
      setState({ kind: 'decoding' });
      const reply = await decodeVin(vin);
      if (!reply.ok) return setState({ kind: 'failed', failure: reply.failure });
      const decoding = reply.value;
      if (!saysSomething(decoding)) return setState({ kind: 'decoded', decoding });
      const found = differences(sheetOf(workfileId)?.vehicle.identity ?? identity, decoding);
      if (found.length > 0) return setState({ kind: 'comparing', decoding, differences: found });
      return write(decoding, applyAll);
    },
    [workfileId, identity, write],
  );

  const apply = (choice: Choice): void => {
    if (state.kind === 'comparing') void write(state.decoding, choice === 'all' ? applyAll : fillEmpty);
  };
  const dismiss = (): void => setState({ kind: 'idle' });
  return { state, decode, apply, dismiss };
}
