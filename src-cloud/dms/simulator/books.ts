// The books of the simulated dealer: every effect is a line of a journal on disk before it is answered.

import { appendFileSync, closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Recall } from '../../../src-shared/domain/dms/export-job.ts';
import { hasEveryWord } from '../../../src-shared/domain/dms/find-customer.ts';
import {
  type PartnerCustomer,
  type PartnerRequest,
  type PartnerVehicle,
  updateIn,
} from '../../../src-shared/domain/dms/partner.ts';

/** One change of the books. `reference` is the dealer's, `at` when it was booked in milliseconds. */
export type Effect = {
  readonly at: number;
  readonly key: string;
  readonly reference: string;
  readonly request: PartnerRequest;
};

export type Books = ReturnType<typeof openBooks>;

const firstNumber = 1_000_001;

/** `lagMs`: how long a late look-up does not find what was booked. */
export function openBooks(journal: string, recall: Recall, lagMs: number) {
  appendFileSync(journal, '');
  const whole = wholeLines(readFileSync(journal));
  const effects = whole.effects;
  const file = openSync(journal, 'r+');
  ftruncateSync(file, whole.bytes);
  let end = whole.bytes;
  const book = (at: number, key: string, request: PartnerRequest): Effect => {
    const reference = updateIn(request)?.customerId ?? String(firstNumber + effects.length);
    const effect = { at, key, reference, request };
    end += writeSync(file, `${JSON.stringify(effect)}\n`, end);
    fsyncSync(file);
    effects.push(effect);
    return effect;
  };
  return {
    effects: (): readonly Effect[] => effects,
    /** Books a request; one whose key is known is answered as it was the first time, where the partner knows keys. */
    post(at: number, key: string, request: PartnerRequest): Effect {
      const known = recall === 'key' ? effects.find((effect) => effect.key === key) : undefined;
      return known ?? book(at, key, request);
    },
    /** What stands under a reference of ours, as far as the look-up knows it yet. */
    lookUp(now: number, kind: PartnerRequest['kind'], reference: string): Effect | undefined {
      const before = recall === 'late-reference' ? now - lagMs : now;
      const stands = ({ at, request }: Effect) =>
        request.kind === kind && request.reference === reference && at <= before;
      return effects.find(stands);
    },
    customers: (words: string): readonly PartnerCustomer[] =>
      [...customersIn(effects).values()].filter((customer) => hasEveryWord(customer, words)),
    vehicles: (vin: string): readonly PartnerVehicle[] =>
      effects.flatMap(({ reference, request }) =>
        request.kind === 'vehicle' && vin !== '' && request.vehicle.vin.endsWith(vin)
          ? [{ vehicleId: reference, ...request.vehicle }]
          : [],
      ),
    close: () => closeSync(file),
  };
}

/** The customers as they were made, or corrected last. */
const customersIn = (effects: readonly Effect[]): ReadonlyMap<string, PartnerCustomer> =>
  new Map(
    effects.flatMap(({ reference, request }) =>
      request.kind === 'customer' ? [[reference, { customerId: reference, ...request.customer }] as const] : [],
    ),
  );

/** A line that a crash cut short was never answered: it is no effect, and the next one is written over it. */
function wholeLines(journal: Buffer): { readonly effects: Effect[]; readonly bytes: number } {
  const bytes = journal.lastIndexOf('\n') + 1;
  const lines = journal.toString('utf8', 0, bytes).split('\n');
  return { bytes, effects: lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Effect) };
}
