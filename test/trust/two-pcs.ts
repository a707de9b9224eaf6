/** Two PCs of one shop for schedules written by hand: what is the same on both, and what each does apart. */
import { expect } from 'vitest';
import type { WorkfileId } from '../../src-shared/base/ids.ts';
import type { Line } from '../../src-shared/domain/estimate/line.ts';
import type { Decision } from '../../src-shared/ipc/centre-shapes.ts';
import type { TestCloud } from '../support/cloud.ts';
import { linesOf, sheetOf } from '../support/desktop-estimate.ts';
import { comeToRest, oneMoreRound, type Rest } from './convergence.ts';
import { type FaultyShop, openFaultyShop, syncRound, type TrustPc } from './faulty-shop.ts';
import { createHistory, type History } from './history.ts';
import { brokenPromises } from './oracle.ts';

export type TwoPcs = {
  readonly shop: FaultyShop;
  readonly first: TrustPc;
  readonly second: TrustPc;
  /** A new workfile with so many lines that both have. */
  workfile(lines?: number): Promise<{ readonly id: WorkfileId; readonly lines: readonly Line[] }>;
  /** Runs work while both have no network; then the first is online first. */
  apart(work: () => Promise<unknown>): Promise<void>;
  /** Ends all trouble; both and the cloud must be equal, with nothing lost, and one more round must write nothing. */
  atRest(history?: History): Promise<Rest>;
};

export type Clocks = { readonly first?: number; readonly second?: number };

export async function openTwoPcs(cloud: TestCloud, clocks: Clocks = {}): Promise<TwoPcs> {
  const shop = await openFaultyShop(cloud);
  const first = await shop.pc({ name: 'PC-1', clockSkewMs: clocks.first ?? 0 });
  const second = await shop.pc({ name: 'PC-2', clockSkewMs: clocks.second ?? 0 });
  return {
    shop,
    first,
    second,
    async workfile(count = 3) {
      const id = await first.ask('workfile.create', {});
      const { estimate } = await sheetOf(first, id);
      const lines = Array.from({ length: count }, (_, n) => ({ text: { description: `line ${n + 1}` } }));
      await first.ask('line.add', { estimateId: estimate.id, after: null, lines });
      await syncRound(first);
      await syncRound(second);
      return { id, lines: await linesOf(second, id) };
    },
    async apart(work) {
      for (const pc of [first, second]) pc.network.cut();
      await work();
      for (const pc of [first, second, first]) {
        pc.network.restore();
        await syncRound(pc);
      }
    },
    async atRest(history = createHistory()) {
      const rest = await comeToRest(shop);
      expect(rest.differences).toEqual([]);
      expect(brokenPromises({ ...rest, history })).toEqual([]);
      expect(await oneMoreRound(shop)).toEqual([]);
      return rest;
    },
  };
}

/** What a person on that PC must choose in a workfile. */
export async function decisionsOn(pc: TrustPc, workfileId: WorkfileId): Promise<readonly Decision[]> {
  const { decisions } = await pc.ask('decision.list', {});
  return decisions.filter(({ place }) => place.workfileId === workfileId);
}

export const priceOf = (line: Line, priceCents: number) =>
  ({ lineId: line.id, group: 'part', value: { ...line.part, type: 'oem', priceCents } }) as const;
export const textOf = (line: Line, description: string) =>
  ({ lineId: line.id, group: 'text', value: { description } }) as const;
export const hoursOf = (line: Line, tenths: number) =>
  ({ lineId: line.id, group: 'labor', value: { ...line.labor, tenths } }) as const;

/** The line of that place, which must be there. */
export function lineAt(lines: readonly Line[], index: number): Line {
  const line = lines[index];
  if (line === undefined) throw new Error(`there is no line ${index + 1}`);
  return line;
}

/** A line as a PC has it now. */
export async function lineOn(pc: TrustPc, workfileId: WorkfileId, { id }: Line): Promise<Line | undefined> {
  return (await linesOf(pc, workfileId)).find((line) => line.id === id);
}
