// Commands as a window shows them: what was asked of the cloud, and what came of it.

import type { WorkfileId } from '../base/ids.ts';
import type { PartnerRequestKind } from '../domain/dms/partner.ts';
import type { Move } from '../domain/workfile/life.ts';
import type { Stage } from '../domain/workfile/workfile.ts';
import type { CommandRefusal, GivenName } from '../sync/commands.ts';

/** A command that was given on this PC for a workfile. */
export type GivenCommand = {
  readonly id: string;
  readonly name: GivenName;
  readonly workfileId: WorkfileId;
  readonly workfileLabel: string;
  /** The receipt that it exports, or whose export somebody looked up; empty for others. */
  readonly receiptId: string;
  /** The export that somebody looked up in the dealer's system; null for others. */
  readonly subject: { readonly kind: PartnerRequestKind; readonly id: string } | null;
  /**
   * `waiting`: not sent yet; `sent`: the cloud may have it; `cancelling`: it is taken back unless the cloud has it;
   * `done` once its effect is on this PC too.
   */
  readonly state: 'waiting' | 'sent' | 'cancelling' | 'done' | 'refused' | 'cancelled';
  /** The version that it starts, or locks; empty for others, and for a lock of an older program. */
  readonly version: string;
  /** The way it sends the workfile; null for others. */
  readonly move: Move | null;
  /** The RO number that it took or got; null while there is none. */
  readonly number: string | null;
  readonly refusal: {
    readonly reason: CommandRefusal;
    /** Who did it before, and the number that is meant, where that is known. */
    readonly by: string;
    readonly number: string;
    /** The version that the estimate had reached, where that is the reason. */
    readonly version: string;
    /** The stage that the workfile had reached, where that is the reason. */
    readonly stage: Stage | null;
  } | null;
  /** Who gave it. */
  readonly by: string;
  readonly madeAt: number;
  /** 0 while it waits. */
  readonly settledAt: number;
  /** When the cloud answered an export, by its own clock; null where it did not say. */
  readonly answeredAt: number | null;
};

/** The workfile that has an RO number, or waits for it. */
export type UsedNumber = { readonly workfileId: WorkfileId; readonly label: string; readonly owner: string };
/** What a PC knows of a number, and of the shop's numbers. */
export type KnownNumber = { readonly usedBy: UsedNumber | null; readonly largest: number };

/** Whether a command has no final answer yet. */
export const isPending = ({ state }: Pick<GivenCommand, 'state'>): boolean =>
  state === 'waiting' || state === 'sent' || state === 'cancelling';
