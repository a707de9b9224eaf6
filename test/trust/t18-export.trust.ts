/** T18: the cloud dies at every point of an export, under faults of the dealer and of people: each receipt is booked once. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chanceOf } from '../../src-shared/demo/chance.ts';
import { recalls } from '../../src-shared/domain/dms/export-job.ts';
import { begin, paymentOf, resolveOf, take } from '../support/dealer-shop.ts';
import { exportPoints, jumpMark } from './export-points.ts';
import { askOn, type Life, lateMs, type MortalCloud, openMortalCloud } from './mortal-cloud.ts';
import { type OwnPostgres, ownPostgres } from './own-postgres.ts';
import { type PaidReceipt, wrongWith } from './payments-oracle.ts';
import { suiteOf } from './trust-run.ts';

/** What goes wrong besides. */
const faults = [
  'death alone',
  'lost-request',
  'lost-answer',
  'late booking',
  'double click',
  'two people',
  'desktop and dashboard',
  jumpMark,
] as const;
type Fault = (typeof faults)[number];

const table = exportPoints.length * recalls.length * faults.length;
const suite = suiteOf('T18', { few: table, byName: 5_000 });
const rounds = Math.ceil(suite.count / recalls.length / faults.length);

type Case = PaidReceipt & { readonly fault: Fault };

let server: OwnPostgres;
beforeAll(async () => {
  server = await ownPostgres();
});
afterAll(() => server.close());

describe.concurrent.each(recalls)('a dealer that recalls by %s', (recall) => {
  let mortal: MortalCloud;
  beforeAll(async () => {
    mortal = await openMortalCloud(server, recall);
  });
  afterAll(() => mortal.close());

  test('books each receipt once, however often the cloud dies', async () => {
    const chance = chanceOf(suite.seed);
    const workfile = await begin(mortal.desktop, {});
    const cases: Case[][] = [];
    for (let round = 0; round < rounds; round += 1) cases.push(await casesOf(mortal, workfile, round));
    await mortal.handOver();
    const asked: Promise<readonly string[]>[] = [];
    for (const [round, some] of cases.entries()) {
      const at = exportPoints[round % exportPoints.length] ?? 'sent';
      // Beyond the whole table two things go wrong at once.
      const second = round < exportPoints.length ? undefined : chance.pick(['lost-request', 'lost-answer'] as const);
      for (const one of some) asked.push(ask(mortal, one, second));
      // Clocks differ by less than the slack.
      await dieOnce(mortal, {
        death: { at, nth: 1 + chance.below(4) },
        times: 1,
        jumpMs: round % 2 === 0 ? -60 : 60,
      });
    }
    const answers = Promise.all(asked);
    const { doubts, living } = await comeToEnd(mortal, answers);
    const refused = (await answers).flat();
    expect(refused.filter((reason) => !['being-exported', 'posted'].includes(reason))).toEqual([]);
    if (recall !== 'none') expect(doubts).toBe(0);
    else expect(doubts).toBeGreaterThan(0);
    expect(await wrongWith(mortal, cases.flat())).toEqual([]);
    suite.add('left to a person', doubts);
    suite.add('payments', cases.flat().length);
    await living.kill();
  });
});

/** The receipts of a round, one for each fault. */
async function casesOf({ desktop }: MortalCloud, workfile: string, round: number): Promise<Case[]> {
  const made: Case[] = [];
  for (const fault of faults) {
    const number = `${round + 1} ${fault}`;
    made.push({ fault, number, receipt: await take(desktop, workfile, { amountCents: 100 + round }, number) });
  }
  return made;
}

/** Everything that people ask about one receipt; answers why some of it was refused. */
async function ask(
  { dealer, desktop, dashboard }: MortalCloud,
  { fault, number, receipt }: Case,
  second: 'lost-request' | 'lost-answer' | undefined,
): Promise<readonly string[]> {
  const lay = (kind: Parameters<typeof dealer.lay>[0]['kind'], ms = 0) => dealer.lay({ kind, ms, reference: number });
  if (fault === 'lost-request' || fault === 'lost-answer') await lay(fault);
  if (fault === 'late booking') await lay('slow', lateMs);
  if (second !== undefined) await lay(second);
  const people = { 'double click': [desktop, desktop], 'two people': [desktop, dashboard] }[fault as string];
  const answers = await Promise.all((people ?? [desktop]).map((pc) => askOn(pc, paymentOf(pc, receipt))));
  if (fault === 'desktop and dashboard') {
    // What one of them asked for, the other one asks for while it is under way.
    await pause(lateMs);
    answers.push(await askOn(dashboard, paymentOf(dashboard, receipt)));
  }
  return answers.flatMap((answer) => (answer.state === 'refused' ? [answer.reason] : []));
}

const deathWithinMs = 12_000;

/** A life that ends at a point, or by the executioner where nobody passes there any more. */
async function dieOnce(mortal: MortalCloud, life: Life): Promise<void> {
  const living = await mortal.live(life);
  for (const end = Date.now() + deathWithinMs; Date.now() < end && !living.isDead(); ) await pause(50);
  suite.add(living.isDead() ? 'deaths at their point' : 'other deaths', 1);
  if (!living.isDead()) await living.kill();
}

const endWithinMs = 20_000;
/** So slow no machine is. */
const slowest = 64;

/** Lives on until all is posted, on a machine that has much to do with longer spans; answers how much a person found out. */
async function comeToEnd(mortal: MortalCloud, answers: Promise<unknown>) {
  const doubted = new Set<string>();
  const all = { isAnswered: false };
  const note = (): void => {
    all.isAnswered = true;
  };
  void answers.then(note, note);
  for (let times = 1; times <= slowest; times *= 2) {
    const living = await mortal.live({ death: null, times, jumpMs: 0 });
    for (const end = Date.now() + endWithinMs * times; Date.now() < end; await pause(200)) {
      if (all.isAnswered && (await isOver(mortal, doubted))) {
        suite.most('times the spans at most', times);
        return { doubts: doubted.size, living };
      }
    }
    await living.kill();
  }
  throw new Error('exports do not come to an end');
}

/** Where only a person can find out, one looks into the dealer's books. */
async function isOver({ dealer, desktop, jobs }: MortalCloud, doubted: Set<string>): Promise<boolean> {
  const open = (await jobs()).filter(({ state }) => state.kind !== 'posted');
  for (const { subject, reference } of open.filter(({ state }) => state.kind === 'needs-check')) {
    const found = (await dealer.journal()).find(({ request }) => request.reference === reference);
    await askOn(desktop, resolveOf(desktop, subject, found?.reference ?? null));
    doubted.add(subject);
  }
  return open.length === 0;
}
