// Decodes VINs on this PC, without a network and beside the backend's thread, each VIN once; lists the models of a make.

import { type Failure, invalid } from '../../src-shared/base/failure.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import { checkVin } from '../../src-shared/domain/vehicle/vin.ts';
import type { VinDecoding } from '../../src-shared/domain/vehicle/vin-decoding.ts';
import type { VinAnswer } from './vin-messages.ts';
import { createVinThread } from './vin-thread.ts';

export type VinDecoderOptions = {
  /** The worker's entry: source or bundle. */
  readonly workerPath: string;
  /** The packed vehicle data that comes with the program. */
  readonly archivePath: string;
  /** Where it is unpacked to at first use; about 75 MB. */
  readonly folder: string;
  readonly nativeBinding?: string | undefined;
  /** How long one decoding may take, the first unpacking included. */
  readonly timeoutMs?: number | undefined;
  readonly log?: ((event: string, fields: { readonly reason: string }) => void) | undefined;
};

export type VinDecoder = {
  readonly decode: (vin: string) => Promise<Result<VinDecoding>>;
  /** The models of a make; none for one that the data does not know. */
  readonly models: (make: string) => Promise<Result<readonly string[]>>;
  readonly close: () => Promise<void>;
};

const defaultTimeoutMs = 30_000;
const cacheSize = 500;
const vinLength = 17;

/** Makes a decoder; it starts its thread and unpacks its data with the first VIN. */
export function createVinDecoder(options: VinDecoderOptions): VinDecoder {
  const { workerPath, archivePath, folder, nativeBinding = null, timeoutMs = defaultTimeoutMs } = options;
  const thread = createVinThread({ workerPath, workerData: { archivePath, folder, nativeBinding }, timeoutMs });
  const known = new Map<string, Promise<Result<VinDecoding>>>();

  const ask = async (vin: string): Promise<Result<VinDecoding>> => {
    const answer = await thread.ask({ vin });
    if ('decoding' in answer) return ok(answer.decoding);
    known.delete(vin);
    return refused(answer);
  };
  const refused = (answer: VinAnswer): Result<never> => {
    options.log?.('vin.failed', { reason: 'problem' in answer ? answer.problem : 'another answer' });
    return failed({ kind: 'unavailable', what: 'vin-data' });
  };

  return {
    async decode(text) {
      const { vin, possible } = checkVin(text);
      if (!possible) return failed(refusal(vin));
      const answer = known.get(vin) ?? ask(vin);
      // Set anew, the VIN becomes the youngest of the map; the oldest makes room.
      known.delete(vin);
      known.set(vin, answer);
      if (known.size > cacheSize) known.delete(known.keys().next().value ?? '');
      return answer;
    },
    async models(make) {
      const answer = await thread.ask({ make: make.trim() });
      return 'models' in answer ? ok(answer.models) : refused(answer);
    },
    close: thread.stop,
  };
}

function refusal(vin: string): Failure {
  const field = 'vehicle.identity.vin';
  if (vin === '') return invalid(field, 'required');
  return [...vin].length > vinLength ? invalid(field, 'too-long', vinLength) : invalid(field, 'bad-format');
}
