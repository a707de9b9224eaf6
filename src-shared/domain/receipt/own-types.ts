// The shop's own types of receipts: deposits and adjustments under the names that its books know them by.

import { z } from 'zod';
import { lineText } from '../text.ts';
import { isOwnType, type OwnReceiptType, ownReceiptTypes, receiptTypeNames } from './receipt-type.ts';

/** The most types that a shop names. */
export const maxOwnTypes = 40;

const ownType = z.object({
  kind: z.enum(ownReceiptTypes).default('deposit'),
  name: lineText(40).default(''),
  /** Whether it can be chosen. It is never deleted: receipts bear its name. */
  isActive: z.boolean().default(true),
});

/** A type that the shop named. */
export type OwnType = Readonly<z.output<typeof ownType>>;

/** The group of a profile that holds them. */
export const ownTypesGroup = z.object({ list: z.array(ownType).max(maxOwnTypes).default([]) });

/** The types of one kind that can be chosen, by name; the plain name of the kind while the shop has none of it. */
export function typesOfKind(kind: OwnReceiptType, own: readonly OwnType[]): readonly string[] {
  const names = own
    .filter((one) => one.kind === kind && one.isActive && one.name.trim() !== '')
    .map(({ name }) => name);
  return names.length === 0 ? [receiptTypeNames[kind]] : [...new Set(names)].toSorted((a, b) => a.localeCompare(b));
}

/** Why a type cannot bear a name; null where it can. */
export function whyNotNamed(name: string, others: readonly OwnType[]): 'empty' | 'usual' | 'taken' | null {
  const plain = name.trim().toLowerCase();
  if (plain === '') return 'empty';
  if (usualNames.has(plain)) return 'usual';
  return others.some((other) => other.name.trim().toLowerCase() === plain) ? 'taken' : null;
}

const usualNames: ReadonlySet<string> = new Set(
  Object.entries(receiptTypeNames).flatMap(([type, name]) => (isOwnType(type as 'cash') ? [] : [name.toLowerCase()])),
);
