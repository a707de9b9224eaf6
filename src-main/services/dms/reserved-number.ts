// A repair order under the number that the dealer's system reserves for it, so that both call it the same.

import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Result } from '../../../src-shared/base/result.ts';
import { can } from '../../../src-shared/domain/access/permissions.ts';
import { shopConnection } from '../../../src-shared/domain/dms/shop-connection.ts';
import { libraries } from '../../../src-shared/domain/library/library.ts';
import { isPending } from '../../../src-shared/ipc/command-shapes.ts';
import { recordsOf } from '../../db/record.ts';
import { userOfNumber } from '../../db/ro-numbers.ts';
import { checkConvertible, convertWorkfile } from '../commands/commands.ts';
import type { Desk } from '../desk.ts';
import { checkNotBinned } from '../life/bin-rules.ts';

/** The most letters of an RO number; an ID of a dealer's system may be longer. */
const longest = 20;

/**
 * Asks for a workfile to become a repair order. Without a typed number the dealer's system is asked first, where it
 * reserves numbers and answers; otherwise the repair order has the shop's own number, and the ID comes later.
 */
export async function convertReserved(
  desk: Desk,
  workfileId: WorkfileId,
  typed: string | undefined,
): Promise<Result<{ readonly number: string | null }>> {
  if (typed !== undefined || !mayReserve(desk, workfileId)) return convertWorkfile(desk, workfileId, { typed });
  const answer = await desk.sync.dms.reserve(workfileId);
  const number = answer.ok && 'number' in answer.value ? answer.value.number : undefined;
  const isFit = number !== undefined && number.length <= longest && userOfNumber(desk.store, number) === undefined;
  return convertWorkfile(desk, workfileId, isFit ? { reserved: number } : {});
}

/** Whether a number is worth asking for: the cloud is there, the shop's partner reserves numbers, and the workfile may have it now. */
function mayReserve(desk: Desk, workfileId: WorkfileId): boolean {
  const user = desk.sync.user();
  if (user === null || !can(user.role, 'use-dms') || !can(user.role, 'convert-to-ro')) return false;
  if (desk.sync.state().phase === 'offline') return false;
  const connection = shopConnection(recordsOf(desk.store, 'dms-connection', libraries['dms-connection']));
  if (connection?.about.on !== true || !connection.takes.reservations) return false;
  const isAsked = desk.sync
    .commands()
    .some((one) => one.workfileId === workfileId && one.name === 'convert-to-ro' && isPending(one));
  return !isAsked && checkConvertible(desk, workfileId).ok && checkNotBinned(desk, workfileId).ok;
}
