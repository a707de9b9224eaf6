// Commands: what happens at most once, in the cloud, and exactly once if it was answered.

import { z } from 'zod';
import { partnerRequestKinds } from '../domain/dms/partner.ts';
import { lineText } from '../domain/text.ts';
import { moves } from '../domain/workfile/life.ts';
import { roPrefix } from '../domain/workfile/ro-number.ts';
import { asker, editId, json, recordId } from './protocol.ts';

/** The highest number of a series: nine digits. */
export const highestNumber = 999_999_999;
const number = z.int().min(1).max(highestNumber);
const range = z.tuple([number, number]).refine(([first, last]) => first <= last);

type Command<P, R> = { readonly params: z.ZodType<P>; readonly result: z.ZodType<R> };
const command = <P, R>(params: z.ZodType<P>, result: z.ZodType<R>): Command<P, R> => ({ params, result });
const nothing = z.object({});
/**
 * How far an export is when the command that asked for it is answered; what becomes of it comes with the shop's order.
 * `answeredAt` is the cloud's time, which lines of the DMS Transaction History can be compared with; a refusal has it in
 * its details. Of older clouds it is absent.
 */
const asked = z.object({
  state: z.enum(['queued', 'checking', 'needs-check', 'posted', 'failed']),
  answeredAt: z.int().min(0).exactOptional(),
});
/** What an export is about: a receipt, or a workfile. */
export const exportSubject = z.object({ kind: z.enum(partnerRequestKinds), id: recordId });

/** What the cloud does when it is asked to. */
export const commands = {
  /**
   * Locks an estimate's version, which is kept as a record of its own. `at` is when somebody asked for it; `seen` is the
   * hash of what they saw, so that nothing else is locked. Without an estimator it is locked under the workfile's own.
   * `label` is the version's, `E01`, by which the PC knows later whether it was locked after all; of older PCs it is absent.
   */
  'lock-estimate': command(
    z.object({
      estimateId: recordId,
      at: z.int().min(1),
      versionId: recordId,
      estimator: lineText(120),
      label: lineText(3).exactOptional(),
      seen: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .exactOptional(),
    }),
    nothing,
  ),
  /** Opens a locked estimate again as its next version, `S01` after `E01`. */
  'start-supplement': command(z.object({ estimateId: recordId, label: lineText(3).regex(/^S[0-9]{2}$/) }), nothing),
  /**
   * Makes a workfile a repair order under a number that this PC leased, or that somebody typed (`byHand`); without one the
   * cloud gives the next. `prefix` stands before it from then on; of older PCs it is absent. `reserved` says that the
   * number is the one that the dealer's system gave the workfile; otherwise one is asked for, and comes as its Repair ID.
   */
  'convert-to-ro': command(
    z.object({
      workfileId: recordId,
      number: lineText(20).nullable(),
      byHand: z.literal(true).exactOptional(),
      reserved: z.literal(true).exactOptional(),
      prefix: roPrefix.exactOptional(),
    }),
    z.object({ number: lineText(20) }),
  ),
  /** Closes a repair order, cancels an opportunity, or reopens either. `at` is when somebody asked for it. */
  'move-workfile': command(
    z.object({ workfileId: recordId, move: z.enum(moves), at: z.int().min(1), reason: lineText(200) }),
    nothing,
  ),
  /** Sends a receipt to the dealer's system, or again what its partner refused. */
  'export-payment': command(z.object({ receiptId: recordId }), asked),
  /** Makes the workfile's owner a new customer there. */
  'export-customer': command(z.object({ workfileId: recordId }), asked),
  /** Corrects the customer there to what the workfile says of its owner; a later one may follow. */
  'update-customer': command(z.object({ workfileId: recordId }), asked),
  /** Makes the workfile's vehicle a new one there, by the make and the model that the partner knows. */
  'export-vehicle': command(z.object({ workfileId: recordId, make: lineText(40), model: lineText(60) }), asked),
  /** Asks for the number under which the dealer's system will know the repair. */
  'reserve-repair-id': command(z.object({ workfileId: recordId }), asked),
  /** Sends a closed repair order; what was sent before is corrected by the difference. */
  'export-repair-order': command(z.object({ workfileId: recordId }), asked),
  /** What a person found out about an export of which nobody knows: its reference in the dealer's system, or null. */
  'resolve-export': command(
    z.object({
      subject: exportSubject,
      found: lineText(40).min(1).nullable(),
      reason: lineText(200).min(1),
    }),
    asked,
  ),
  /** Leases a block of numbers. The PC names those it has not used, so that a restored cloud does not lease them again. */
  'lease-numbers': command(
    z.object({ series: z.enum(['ro']), count: z.int().min(1).max(1_000), unused: z.array(range).max(100) }),
    z.object({ block: range }),
  ),
  /** Takes back a command that was not taken yet. */
  'cancel-command': command(z.object({ command: recordId }), nothing),
} as const;
export type CommandName = keyof typeof commands;
/** The commands that people give for a workfile. */
export const givenNames = [
  'lock-estimate',
  'start-supplement',
  'convert-to-ro',
  'move-workfile',
  'export-payment',
  'export-customer',
  'update-customer',
  'export-vehicle',
  'reserve-repair-id',
  'export-repair-order',
  'resolve-export',
] as const satisfies readonly CommandName[];
export type GivenName = (typeof givenNames)[number];
/** What a command is asked with, and what comes of it. */
export type ParamsOf<N extends CommandName> = z.output<(typeof commands)[N]['params']>;
export type ResultOf<N extends CommandName> = z.output<(typeof commands)[N]['result']>;
/** How many edits each command writes at most. */
export const editsOf: Readonly<Record<CommandName, number>> = {
  'lock-estimate': 2,
  'start-supplement': 2,
  'convert-to-ro': 2,
  'move-workfile': 2,
  'export-payment': 1,
  'export-customer': 0,
  'update-customer': 0,
  'export-vehicle': 0,
  'reserve-repair-id': 0,
  'export-repair-order': 0,
  'resolve-export': 3,
  'lease-numbers': 0,
  'cancel-command': 0,
};
/** Whether text names a command. */
export const isCommandName = (text: string): text is CommandName => Object.hasOwn(commands, text);

/**
 * `POST /commands/:name`. The PC makes the id, and gives away edit ids for what the command writes, so that the same
 * command writes the same edits again after a restore. What makes it the same is its name, params and edits; who
 * sends it may change. It is sent again, in the same words, until its answer is final. `answered` is the result that
 * a cloud gave before it was restored: what people have seen and printed stays true; of a lock it also holds the `version`.
 */
export const commandRequest = asker.extend({
  id: recordId,
  edits: z.array(editId).max(8),
  params: json,
  answered: json.exactOptional(),
});
export type CommandRequest = z.output<typeof commandRequest>;

/**
 * Why a command was refused. `not-ready`: something keeps the estimate from being locked; `changed`: it is not what its
 * locker saw; `other-stage`: the workfile had gone another way; `binned`, `total-loss`: it was put into the bin or given
 * up meanwhile; `other-command`: the id was used for something else; `taken`: it is too late to cancel. Of exports:
 * `no-connection`: the shop has none that is on; `not-offered`: its partner does not take this; `no-customer-id`,
 * `no-vehicle-id`, `no-repair-id`: what the partner calls them is not known; `voided`, `posted`, `being-exported`: it is past sending.
 */
export const commandRefusals = [
  'forbidden',
  'invalid',
  'missing',
  'deleted',
  'empty',
  'locked',
  'not-ready',
  'changed',
  'not-locked',
  'other-version',
  'converted',
  'number-used',
  'number-held',
  'number-far',
  'other-stage',
  'binned',
  'total-loss',
  'no-connection',
  'not-offered',
  'no-customer-id',
  'no-vehicle-id',
  'no-repair-id',
  'voided',
  'posted',
  'being-exported',
  'taken',
  'cancelled',
  'other-command',
] as const;
export type CommandRefusal = (typeof commandRefusals)[number];

/**
 * The answer: 200 done, with the order's number that holds the effect; 202 waiting (`uncertain` while nobody knows
 * whether an outside system took it); 409 refused.
 */
export const commandAnswer = z.discriminatedUnion('state', [
  z.object({ state: z.literal('done'), seq: z.int().min(0), result: json }),
  z.object({ state: z.literal('pending') }),
  z.object({ state: z.literal('uncertain') }),
  z.object({ state: z.literal('refused'), reason: z.enum(commandRefusals), details: json }),
]);
export type CommandAnswer = z.output<typeof commandAnswer>;
