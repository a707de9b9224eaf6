// What a text finds: workfiles and lines on this PC, and what the shop keeps in its libraries.

import type { Failure } from '../../src-shared/base/failure.ts';
import { findCanned, findPartCodes } from '../../src-shared/domain/library/find.ts';
import { type Library, libraryNames } from '../../src-shared/domain/library/library.ts';
import { phonesOf } from '../../src-shared/domain/people/contact.ts';
import { customerLabel } from '../../src-shared/domain/people/customer.ts';
import type { Found } from '../../src-shared/ipc/list-shapes.ts';
import { ask } from '../api/bridge.ts';
import { currentDirectory, findCustomers } from './library/customers.ts';
import { librarySheet } from './library/library.ts';

/** An entry of a library. */
export type FoundEntry = {
  readonly library: Library;
  readonly id: string;
  readonly title: string;
  readonly detail: string;
};

export type FoundEverywhere = Found & {
  readonly entries: readonly FoundEntry[];
  /** Why the workfiles could not be searched. */
  readonly failure?: Failure;
};

export const nothingFound: FoundEverywhere = { workfiles: [], lines: [], entries: [], more: false };

const shownEntries = 5;
const shortest = 2;

/** The best of what a text finds everywhere; nothing for no text. */
export async function findEverywhere(text: string): Promise<FoundEverywhere> {
  if (text.trim() === '') return nothingFound;
  const reply = await ask('search.everywhere', { text });
  const found = reply.ok ? reply.value : { ...nothingFound, failure: reply.failure };
  return { ...found, entries: findEntries(text.trim()) };
}

function findEntries(text: string): readonly FoundEntry[] {
  const sheet = librarySheet();
  if (sheet === undefined || text.length < shortest) return [];
  const codes = findPartCodes(sheet.partCodes, text, shownEntries).map((one) =>
    entry('part-code', one.id, one.code.code, one.text.description),
  );
  const lines = findCanned(sheet.canned, text).map((one) =>
    entry('canned', one.id, one.about.name, one.about.keywords),
  );
  const wanted = text.toLowerCase();
  const profiles = sheet.profiles
    .filter(({ about }) => `${about.name} ${about.company}`.toLowerCase().includes(wanted))
    .map((one) => entry('profile', one.id, one.about.name, one.about.company));
  const customers = findCustomers(currentDirectory(), text, { most: shownEntries }).map((one) =>
    entry('customer', one.id, customerLabel(one), phonesOf(one)[0] ?? one.email.address),
  );
  return [customers, codes, lines, profiles].flatMap((some) => some.slice(0, shownEntries));
}

const entry = (library: Library, id: string, title: string, detail: string): FoundEntry => ({
  ...{ library, id, title },
  detail: [libraryNames[library], detail].filter((part) => part !== '').join(' · '),
});
