/** A new workfile starts with the rates of the one that was worked on last, and says whose they are. */
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ContactId } from '../../../src-shared/base/ids.ts';
import { sheetOf } from '../../support/backend-story.ts';
import { type BackendTrial, openBackendTrial } from '../../support/backend-trial.ts';
import { peekInto } from '../../support/desktop-database.ts';

let trial: BackendTrial;
beforeEach(async () => {
  trial = await openBackendTrial();
});
afterEach(() => trial.close());

const newSheet = async () => sheetOf(trial, await trial.ask('workfile.create', {}));

async function priced(body: number) {
  const sheet = await newSheet();
  const { id: ratesId, labor, supplies, tax } = sheet.rates;
  await trial.ask('rates.change', { ratesId, group: 'labor', value: { ...labor, body } });
  await trial.ask('rates.change', { ratesId, group: 'supplies', value: { ...supplies, paintPerHourCents: 4300 } });
  await trial.ask('rates.change', { ratesId, group: 'tax', value: { ...tax, rate: 60_000, labor: false } });
  await trial.ask('rates.change', { ratesId, group: 'discount', value: { rate: 50_000 } });
  const contactId = sheet.contacts[0]?.id as ContactId;
  const value = { first: '', last: '', company: `Fleet ${body}` };
  await trial.ask('contact.change', { contactId, group: 'name', value });
  return sheet;
}

test('the first workfile of a shop has no rates and comes from nowhere', async () => {
  const { rates, ratesFrom } = await newSheet();
  expect([rates.labor.body, rates.tax.rate, ratesFrom]).toEqual([0, 0, undefined]);
});

test('labor, supplies and tax come from the workfile changed last, the discount does not', async () => {
  const { workfile } = await priced(7500);
  const { rates, ratesFrom } = await newSheet();
  expect(rates).toMatchObject({
    labor: { body: 7500 },
    supplies: { paintPerHourCents: 4300 },
    tax: { rate: 60_000, labor: false, parts: true },
    discount: { rate: 0 },
  });
  expect(ratesFrom).toBe(workfile.id);
});

test('the workfile that was worked on last counts, and its rates are copied, not shared', async () => {
  const older = await priced(7500);
  await priced(8000);
  const value = { ...older.rates.labor, body: 9000 };
  await trial.ask('rates.change', { ratesId: older.rates.id, group: 'labor', value });
  const next = await newSheet();
  expect([next.rates.labor.body, next.ratesFrom]).toEqual([9000, older.workfile.id]);
  await trial.ask('rates.change', { ratesId: older.rates.id, group: 'labor', value: { ...value, body: 1 } });
  expect((await sheetOf(trial, next.workfile.id)).rates.labor.body).toBe(9000);
});

test('undo of the first edit does not take the rates away', async () => {
  await priced(7500);
  const { workfile, vehicle } = await newSheet();
  await trial.ask('vehicle.change', { vehicleId: vehicle.id, group: 'mileageIn', value: { miles: 9 } });
  await trial.ask('workfile.undo', { workfileId: workfile.id });
  expect((await sheetOf(trial, workfile.id)).rates.labor.body).toBe(7500);
});

test('where rates came from is noted without a name, and only together with the workfile', async () => {
  await priced(7500);
  const notes = "select group_concat(value) from setting where name like 'rates-from %'";
  await newSheet();
  const look = peekInto(trial.folder);
  const before = look.value(notes);
  expect(before).not.toContain('Fleet');
  breakOutbox(trial.folder);
  expect(await trial.backend.ask('workfile.create', {})).toMatchObject({ ok: false });
  expect(look.value(notes)).toBe(before);
  look.close();
});

function breakOutbox(folder: string): void {
  const database = new Database(`${folder}/shopfile.db`);
  database.exec(`create trigger failpoint before insert on outbox begin select raise(abort, 'failpoint'); end`);
  database.close();
}
