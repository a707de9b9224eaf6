// The rates of a new workfile: the shop's own of last time, and a note of where they came from.

import type { WorkfileId } from '../../src-shared/base/ids.ts';
import { type UsualRates, usualRates } from '../../src-shared/domain/estimate/usual-rates.ts';
import { listHeads } from '../db/head-list.ts';
import { recordsOf } from '../db/record.ts';
import { readSetting, writeSetting } from '../db/settings.ts';
import type { Store } from '../db/store.ts';

/** A shop that entered no rates in so many workfiles has none. */
const lookedAt = 500;
const pageSize = 20;

/** The rates of the workfile that was changed last, among those that have any. */
export const findUsualRates = (store: Store) => usualRates(newestRates(store));

/** Remembers on this PC which workfile's rates another one started with. */
export const noteRatesFrom = (store: Store, workfileId: WorkfileId, from: WorkfileId): void =>
  writeSetting(store, settingOf(workfileId), from);

/** Which workfile's rates a workfile started with, if this PC made it and found some. */
export const readRatesFrom = (store: Store, workfileId: WorkfileId): WorkfileId | null =>
  readSetting(store, settingOf(workfileId)) as WorkfileId | null;

const settingOf = (workfileId: WorkfileId): string => `rates-from ${workfileId}`;

function* newestRates(store: Store): Generator<{ readonly from: WorkfileId; readonly rates: UsualRates }> {
  for (let offset = 0; offset < lookedAt; offset += pageSize) {
    const page = listHeads(store, { text: '', sort: 'changed', descending: true, offset, limit: pageSize });
    if (page.rows.length === 0) return;
    for (const { id } of page.rows) {
      for (const rates of recordsOf(store, 'rates', id)) yield { from: id, rates };
    }
  }
}
