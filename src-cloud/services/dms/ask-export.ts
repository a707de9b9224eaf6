/** Makes an export, or moves one that stands still, in the transaction of whoever asks for it. */
import { ok, type Result } from '../../../src-shared/base/result.ts';
import { newExport, retried } from '../../../src-shared/domain/dms/export-job.ts';
import type { PartnerRequest } from '../../../src-shared/domain/dms/partner.ts';
import { booksOf, type DmsSettings } from '../../../src-shared/domain/dms/settings/connection.ts';
import { uuidOf } from '../../db/digest.ts';
import type { ExportKey, StoredExport } from '../../db/dms-exports.ts';
import { type Asker, because, type Refused, type Room } from '../commands/command-room.ts';
import { isOffered, setupOf, taken } from './connection.ts';

export type Making = {
  readonly setup: DmsSettings;
  readonly reference: string;
  /** What the dealer accepted in earlier rounds. */
  readonly sent: readonly PartnerRequest[];
};

/** Who asks for what, and how the request is made of it. */
export type Asking = ExportKey & {
  readonly workfile: string;
  /** By which the dealer is to find it; a mark of its own where it is empty. */
  readonly reference?: string;
  /** Whether it corrects what the dealer has: that may be asked for and sent any number of times. */
  readonly isUpdate?: true;
  /** Whether what was accepted may be followed by another round. */
  readonly mayFollow?: (posted: StoredExport) => boolean;
  readonly make: (making: Making) => Promise<Result<PartnerRequest, Refused>>;
};

/** The transaction in which it is asked for, and in whose name. */
export type Place = Pick<Room, 'store' | 'order' | 'answered'> & {
  readonly asker: Pick<Asker, 'device' | 'person' | 'name'>;
};

/** The export as it was asked for; a worker is woken for it. */
export async function askExport(place: Place, asking: Asking): Promise<Result<StoredExport, Refused>> {
  const { dms } = place.store;
  const stored = await dms.readConnection();
  const setup = stored && setupOf(stored);
  const takes = taken(stored);
  if (setup === undefined || takes === null) return because('no-connection');
  if (!isOffered(takes, asking.isUpdate ? 'customer-update' : asking.kind)) return because('not-offered');
  const before = await dms.holdExport(asking);
  // What was asked for before a restore is known already, or made again below; a correction is none that went before it.
  if (before !== undefined && place.answered !== undefined && !asking.isUpdate) return ok(before);
  const round = roundAfter(before, asking);
  if (!round.ok) return round;
  const { sent, n } = round.value;
  const isAgain = before?.round === n;
  const reference = isAgain ? before.reference : await referenceOf(dms, asking, n);
  const made = await asking.make({ setup, reference, sent });
  if (!made.ok) return made;
  const { kind, subject, workfile } = asking;
  const { device, person, name } = place.asker;
  const one: StoredExport = {
    ...{ kind, subject, workfile, round: n, reference, request: made.value, sent },
    job: isAgain ? retried(before.job) : { ...newExport, fence: before?.job.fence ?? 0 },
    partner: asking.isUpdate ? booksOf(setup) : isAgain ? before.partner : '',
    epoch: mayHaveGone(place, before) ? '' : place.order.epoch,
    asker: { device, person, name },
  };
  await dms.saveExport(one, '');
  await dms.wake(one, 0);
  return ok(one);
}

/** Whether it may have been sent before a restore, of which this shop's tables know nothing. */
const mayHaveGone = ({ answered, order }: Place, before: StoredExport | undefined): boolean =>
  answered !== undefined || (before !== undefined && before.epoch !== order.epoch);

type Round = { readonly n: number; readonly sent: readonly PartnerRequest[] };

function roundAfter(before: StoredExport | undefined, { isUpdate, mayFollow }: Asking): Result<Round, Refused> {
  if (before === undefined) return ok({ n: 1, sent: [] });
  const { round, sent, job, request } = before;
  if (job.state.kind === 'failed') return ok({ n: round, sent });
  if (job.state.kind === 'cancelled') return ok({ n: round + 1, sent });
  if (job.state.kind !== 'posted') return because('being-exported');
  return isUpdate || mayFollow?.(before) === true ? ok({ n: round + 1, sent: [...sent, request] }) : because('posted');
}

/** Its own name where it has one that no other export has, else a mark that is the same whenever it is made. */
async function referenceOf(dms: Room['store']['dms'], { kind, subject, reference = '' }: Asking, round: number) {
  const mark = uuidOf('reference', kind, subject, String(round)).replaceAll('-', '').slice(0, 10).toUpperCase();
  if (reference === '' || (await dms.isReferenceTaken({ kind, subject, reference }))) return mark;
  return reference;
}
