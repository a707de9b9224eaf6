import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CivilDate } from '../../../../src-shared/base/dates.ts';
import { type DmsEvent, dmsEventSpec } from '../../../../src-shared/domain/dms/dms-event.ts';
import {
  byAccount,
  dueEntries,
  type KnownEntries,
  postedReceipts,
  sentReceipts,
  waitingReceipts,
} from '../../../../src-shared/domain/dms/journal/due-entries.ts';
import { type JournalEntry, journalEntries } from '../../../../src-shared/domain/dms/journal/journal-entries.ts';
import { checkJournal, journalSettings } from '../../../../src-shared/domain/dms/settings/journal.ts';
import type { Receipt } from '../../../../src-shared/domain/receipt/receipt.ts';
import { receiptOf, receiptsBook } from '../../../support/receipts.ts';

const book = () => receiptsBook((text) => createHash('sha256').update(text).digest('hex'));
const workfile = { ro: '48213', customer: 'Turpin, Sharon' };
const shop = { zone: 'America/Chicago', today: '2026-11-30' };
const entriesOf = ({ ledger }: ReturnType<typeof book>) => journalEntries(ledger(), workfile, shop);
const nothing: KnownEntries = { told: [], events: [], sent: new Set(), posted: new Set(), partnerTakes: false };
const span = { firstDay: '2026-11-01', through: '2026-11-30' };
const namesOf = (entries: readonly JournalEntry[]): readonly string[] => entries.map(({ reference }) => reference);
const on = (date: string) => ({ date: date as CivilDate });
const toldOf = (entries: readonly JournalEntry[]) =>
  entries.map(({ receiptId, about, reference }) => ({ receiptId, about, reference }));
const eventOf = (what: string, receiptId: string, at: number, status = ''): DmsEvent =>
  ({ id: `${at}`, what: dmsEventSpec.groups.what.parse({ what, receiptId, at, status }) }) as DmsEvent;

test('a file takes what is of its days, whichever day it came in', () => {
  const one = book();
  for (const date of ['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01']) one.take(on(date));
  expect(namesOf(dueEntries(entriesOf(one), nothing, span))).toEqual(['48213-2A', '48213-3A']);
});

test('what a file, or the history of a restored shop, tells of is due no more', () => {
  const one = book();
  const [first, second] = [one.take({}), one.take({})];
  const known = { ...nothing, told: toldOf(entriesOf(one).slice(0, 1)) };
  expect(namesOf(dueEntries(entriesOf(one), known, span))).toEqual(['48213-2A']);
  const events = [eventOf('payment-journaled', second.id, 1)];
  expect(dueEntries(entriesOf(one), { ...known, events }, span)).toEqual([]);
  const byHand = { ...eventOf('payment-journaled', second.id, 1), id: '0190aaaa-0000-7000-8000-000000000001' };
  expect(namesOf(dueEntries(entriesOf(one), { ...known, events: [byHand] as never }, span))).toEqual(['48213-2A']);
  one.void(first);
  expect(namesOf(dueEntries(entriesOf(one), { ...known, events }, span))).toEqual(['48213-1A-V']);
});

test('a void of a PC whose clock is years behind is of its receipt’s day', () => {
  const one = book();
  const receipt = one.take(on('2026-11-20'));
  one.void(receipt);
  const [said] = one.ledger().receiptVoids;
  if (said === undefined) throw new Error('a void was said');
  const receiptVoids = [{ ...said, said: { ...said.said, at: 1 } }];
  const entries = journalEntries({ ...one.ledger(), receiptVoids }, workfile, shop);
  expect(entries.map(({ date }) => date)).toEqual(['2026-11-20', '2026-11-20']);
});

test('a void of a PC whose clock is ahead is of today, and due at once; a receipt’s day is a person’s word', () => {
  const one = book();
  for (const date of ['2026-11-20', '2026-12-05']) one.void(one.take(on(date)));
  const receiptVoids = one
    .ledger()
    .receiptVoids.map((each) => ({ ...each, said: { ...each.said, at: Date.UTC(2031, 0, 1) } }));
  const entries = journalEntries({ ...one.ledger(), receiptVoids }, workfile, shop);
  expect(entries.map(({ date, reference }) => [date, reference])).toEqual([
    ['2026-11-20', '48213-1A'],
    ['2026-11-30', '48213-1A-V'],
    ['2026-12-05', '48213-2A'],
    ['2026-12-05', '48213-2A-V'],
  ]);
  expect(namesOf(dueEntries(entries, nothing, span))).toEqual(['48213-1A', '48213-1A-V']);
});

test('beside a partner that takes payments a file only takes back what stands in one', () => {
  const one = book();
  const [booked, lost, open, sent] = [one.take({}), one.take({}), one.take({}), one.take({})];
  one.take({});
  const told = toldOf(entriesOf(one).slice(0, 1));
  const events = [eventOf('payment-journaled', lost.id, 1)];
  for (const receipt of [booked, lost, open, sent]) one.void(receipt);
  const known = { told, events, sent: new Set<string>([sent.id]), posted: new Set<string>(), partnerTakes: true };
  expect(namesOf(dueEntries(entriesOf(one), known, span))).toEqual(['48213-1A-V', '48213-2A-V']);
});

test('what a partner has, or may have, is due in no file, nor is its void', () => {
  const voided = book();
  const receipt = voided.take({});
  voided.void(receipt);
  expect(dueEntries(entriesOf(voided), nothing, span)).toHaveLength(2);
  expect(dueEntries(entriesOf(voided), { ...nothing, sent: new Set([receipt.id]) }, span)).toEqual([]);
  const states = ['ready', 'queued', 'checking', 'needs-check', 'posted', 'failed'] as const;
  const receipts = states.map((state) => ({ ...receiptOf(), dms: { state, postedOn: '', reference: '', reason: '' } }));
  const sent = sentReceipts(receipts as readonly Receipt[], []);
  expect(states.filter((_, i) => !sent.has(receipts[i]?.id ?? ''))).toEqual(['ready', 'failed']);
  const [one, two, three] = [receiptOf(), receiptOf(), receiptOf()];
  const events = [
    eventOf('payment-posted', one.id, 1),
    eventOf('payment-failed', two.id, 1, 'Outcome unknown'),
    eventOf('payment-failed', three.id, 1, 'Outcome unknown'),
    eventOf('payment-failed', three.id, 2, 'Failed'),
    eventOf('payment-journaled', two.id, 9),
  ];
  expect([...sentReceipts([one, two, three], events)].toSorted()).toEqual([one.id, two.id].toSorted());
});

test('what may still go to a partner is counted, unless it was voided', () => {
  const one = book();
  const [waits, posted, said, voided] = [one.take({}), one.take({}), one.take({}), one.take({})];
  one.take(on('2026-12-01'));
  one.take({});
  one.void(voided);
  const dms = { state: 'posted' as const, postedOn: '', reference: '', reason: '' };
  const known = {
    ...nothing,
    sent: new Set<string>(one.ledger().receipts.map(({ id }) => id)),
    posted: postedReceipts([{ ...posted, dms } as Receipt, waits], [eventOf('payment-posted', said.id, 1)]),
  };
  expect(namesOf(waitingReceipts(entriesOf(one), known, span))).toEqual(['48213-1A', '48213-6A']);
  expect(waitingReceipts(entriesOf(one), nothing, span)).toEqual([]);
});

test('a type that gets its account later is due then', () => {
  const one = book();
  one.take({ type: 'visa' });
  const settings = (receiptAccounts: object) =>
    journalSettings.parse({ firstDay: span.firstDay, receivableAccount: '1', receiptAccounts });
  const due = dueEntries(entriesOf(one), nothing, span);
  expect(byAccount(due, settings({ cash: '2' }))).toEqual({ written: [], left: due });
  expect(byAccount(due, settings({ visa: '3' }))).toEqual({ written: due, left: [] });
});

test('however receipts come, are voided and numbered, files take each entry once, under a reference of its own', () => {
  const step = fc.record({
    day: fc.integer({ min: 1, max: 28 }),
    isVoided: fc.boolean(),
    number: fc.constantFrom('A', 'B', ''),
    until: fc.integer({ min: 1, max: 30 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const one = book();
      const told: ReturnType<typeof toldOf>[number][] = [];
      const make = (until: number): void => {
        const through = `2026-11-${String(until).padStart(2, '0')}`;
        told.push(...toldOf(dueEntries(entriesOf(one), { ...nothing, told }, { ...span, through })));
      };
      for (const { day, isVoided, number, until } of steps) {
        const receipt = receiptOf(on(`2026-11-${String(day).padStart(2, '0')}`));
        const own = number === '' ? receipt.id : number;
        one.add({ ...receipt, number: { number: own, serial: 1 } });
        make(until);
        if (isVoided) one.void(receipt);
        make(until);
      }
      make(30);
      expect(told.map(({ receiptId, about }) => `${receiptId} ${about}`).toSorted()).toEqual(
        entriesOf(one)
          .map(({ receiptId, about }) => `${receiptId} ${about}`)
          .toSorted(),
      );
      expect(new Set(told.map(({ reference }) => reference)).size).toBe(told.length);
      for (const { receiptId, about, reference } of told) {
        const taken = told.find((one) => one.receiptId === receiptId && one.about === 'receipt')?.reference;
        if (about === 'void') expect(reference).toBe(`${taken}-V`);
      }
    }),
  );
});

test('accounts that cannot stand are named', () => {
  const typed = { firstDay: '2026-11-01', company: '', journal: 'CR', receivableAccount: '1210' };
  expect(checkJournal({ ...typed, receiptAccounts: { cash: '1020' } })).toHaveProperty('settings');
  expect(checkJournal({ ...typed, receiptAccounts: {} })).toEqual({ wrong: ['receiptAccounts'] });
  const wrong = { ...typed, firstDay: '', journal: 'C R', receiptAccounts: { cash: '10 20' } };
  expect(checkJournal(wrong)).toEqual({ wrong: ['firstDay', 'journal', 'receiptAccounts.cash'] });
});
