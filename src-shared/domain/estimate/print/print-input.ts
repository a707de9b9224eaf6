// What a printed estimate is made of: the versions up to the printed one, and whose they are.

import type { Insurance } from '../../insurance/insurance.ts';
import type { Contact } from '../../people/contact.ts';
import type { Paper } from '../../print/paper.ts';
import type { Vehicle } from '../../vehicle/vehicle.ts';
import type { Workfile } from '../../workfile/workfile.ts';
import type { Letterhead } from '../profile/letterhead.ts';
import type { Version } from '../supplement/version.ts';

/** The two kinds of document: an estimate or supplement as a version stands, and the bill at the end. */
export const printKinds = ['estimate', 'final-bill'] as const;
export type PrintKind = (typeof printKinds)[number];

/** A version, and when it was locked; 0 while it is not. */
export type PrintedVersion = Version & { readonly lockedAt: number };

/** Whom, what and which claim a print is about. */
export type PrintFacts = {
  readonly workfile: Workfile;
  readonly contacts: readonly Contact[];
  readonly vehicle: Vehicle;
  readonly insurance: Insurance;
};

/** What a shop writes below its estimates, and above the customer's signature. */
export type PrintTexts = { readonly estimate: string; readonly authorization: string };

export type PrintInput = PrintFacts & {
  readonly kind: PrintKind;
  /** From the first on; the last is the one that is printed. */
  readonly versions: readonly PrintedVersion[];
  readonly shop: Letterhead;
  /** The shop's own words, as its profile has them; empty ones are not printed. */
  readonly texts: PrintTexts;
  /** A number that this PC gave and that the cloud has not confirmed; empty where there is none. */
  readonly pendingNumber: string;
  readonly paper: Paper;
  readonly now: number;
  /** IANA name of the shop's time zone. */
  readonly timeZone: string;
};

/** The version that is printed. */
export function printedVersion({ versions }: PrintInput): PrintedVersion {
  const last = versions.at(-1);
  if (last === undefined) throw new Error('a print needs a version');
  return last;
}
