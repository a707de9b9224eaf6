import { expect, test } from 'vitest';
import { isPastVoiding, paymentState, whyNotExport } from '../../../../src-shared/domain/dms/payment-state.ts';
import { type Receipt, receiptSpec } from '../../../../src-shared/domain/receipt/receipt.ts';
import { emptyGroup } from '../../../../src-shared/domain/record.ts';
import { simulatedConnection } from '../../../support/dms-shop.ts';

type State = NonNullable<Receipt['dms']>['state'];
const receiptIn = (state?: State): Pick<Receipt, 'dms' | 'money'> => ({
  money: emptyGroup(receiptSpec, 'money'),
  ...(state && { dms: { ...emptyGroup(receiptSpec, 'dms'), state } }),
});
const stateOf = (state?: State, known = {}) =>
  Object.values(paymentState(receiptIn(state), { isVoid: false, isAsked: false, isJournaled: false, ...known })).join(
    ' ',
  );

test('a receipt is Ready until something is heard of it, and says on which way it is', () => {
  expect(stateOf()).toBe('ready none');
  expect(stateOf(undefined, { isAsked: true })).toBe('ready waiting');
  expect(stateOf('queued')).toBe('ready queued');
  expect(stateOf('checking')).toBe('ready sending');
  expect(stateOf('posted')).toBe('posted none');
  expect(stateOf('failed')).toBe('failed none');
  expect(stateOf('needs-check')).toBe('failed needs-check');
});

test('what may have arrived is being checked, and no longer sent', () => {
  const dms = { ...emptyGroup(receiptSpec, 'dms'), state: 'checking', inDoubt: true } as const;
  const known = { isVoid: false, isAsked: false, isJournaled: false };
  expect(paymentState({ dms }, known)).toEqual({ status: 'ready', step: 'checking' });
});

test('a void is never exported; what was posted or may have been is not made void by it', () => {
  expect(stateOf(undefined, { isVoid: true, isAsked: true })).toBe('void none');
  expect(stateOf('failed', { isVoid: true })).toBe('void none');
  expect(stateOf('posted', { isVoid: true })).toBe('posted void-late');
  expect(stateOf('checking', { isVoid: true })).toBe('ready sending');
  expect(stateOf('needs-check', { isVoid: true })).toBe('failed needs-check');
});

test('what is in a journal file stays Ready, and is exported to nobody', () => {
  const isJournaled = true;
  expect([stateOf(undefined, { isJournaled }), stateOf('failed', { isJournaled })]).toEqual([
    'ready journaled',
    'ready journaled',
  ]);
  expect(stateOf(undefined, { isJournaled, isVoid: true })).toBe('void none');
  expect(stateOf('posted', { isJournaled })).toBe('posted none');
  expect(why({ isJournaled })).toBe('in-journal');
});

test('what a person found out waits for the cloud, and is not asked for twice', () => {
  expect(stateOf('needs-check', { isAsked: true })).toBe('failed waiting');
});

test('what the partner refused is asked for again and may be refused again', () => {
  expect(stateOf('failed', { isAsked: true })).toBe('ready waiting');
});

const connection = simulatedConnection();
const why = (change: Partial<Parameters<typeof whyNotExport>[0]> = {}) =>
  whyNotExport({
    receipt: receiptIn(),
    connection,
    customerId: '9876543',
    isVoid: false,
    isAsked: false,
    isJournaled: false,
    ...change,
  });

test('a receipt is exported when it is Ready or Failed, its customer is known and the partner takes it', () => {
  expect(why()).toBeNull();
  expect(why({ receipt: receiptIn('failed') })).toBeNull();
  expect(why({ customerId: '' })).toBe('no-customer-id');
  expect(why({ connection: undefined })).toBe('no-connection');
  expect(why({ connection: { ...connection, about: { ...connection.about, on: false } } })).toBe('no-connection');
  expect(why({ connection: { ...connection, takes: { ...connection.takes, payments: false } } })).toBe('not-offered');
  expect(why({ connection: { ...connection, types: { list: [{ type: 'visa', word: 'V' }] } } })).toBe('no-type');
});

test('none is sent twice: neither one under way, nor one that is there or may be there', () => {
  expect(why({ isAsked: true })).toBe('being-exported');
  expect(why({ receipt: receiptIn('queued') })).toBe('being-exported');
  expect(why({ receipt: receiptIn('checking') })).toBe('being-exported');
  expect(why({ receipt: receiptIn('posted') })).toBe('posted');
  expect(why({ receipt: receiptIn('needs-check') })).toBe('needs-check');
  expect(why({ isVoid: true })).toBe('voided');
});

test('money that may be with the dealer is no longer voided, what waits or was refused is', () => {
  const states = [undefined, 'ready', 'failed', 'queued', 'checking', 'needs-check', 'posted'] as const;
  expect(states.map((state) => isPastVoiding(receiptIn(state)))).toEqual([
    ...[false, false, false, false, true, true, true],
  ]);
});
