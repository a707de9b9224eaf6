// The ways that people send a workfile: closed, cancelled, reopened; done exactly once, in the cloud.

import { invalid } from '../../../src-shared/base/failure.ts';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { closingPoints } from '../../../src-shared/domain/workfile/closing.ts';
import { type Move, needsReason, whyNotMove } from '../../../src-shared/domain/workfile/life.ts';
import { readSheet } from '../../db/sheet.ts';
import { stageHere } from '../../db/stage-here.ts';
import type { Desk } from '../desk.ts';
import { give } from './commands.ts';

type Asked = { readonly workfileId: WorkfileId; readonly move: Move; readonly reason: string };

/** Asks for a workfile to go a way, behind all edits made so far. */
export function moveWorkfile(desk: Desk, { workfileId, move, reason }: Asked): Result<null> {
  const { store } = desk;
  const sheet = readSheet(store, workfileId);
  if (sheet === 'arriving') return failed({ kind: 'unavailable', what: 'workfile-arriving' });
  if (sheet === undefined || sheet === 'missing') return failed({ kind: 'not-found', what: 'workfile' });
  const stage = { stage: stageHere(store, workfileId) };
  const refused = whyNotMove({ ...sheet.workfile, stage }, move);
  if (refused === 'deleted') return failed({ kind: 'not-found', what: 'workfile' });
  if (refused !== null) return failed({ kind: 'conflict', what: `move-${move}` });
  if (needsReason(move) && reason.trim() === '') return failed(invalid('move.reason', 'required'));
  if (move === 'close' && closingPoints(sheet).some(({ must }) => must)) {
    return failed({ kind: 'conflict', what: 'close-not-ready' });
  }
  const at = Math.max(1, desk.clock());
  const given = give(desk, workfileId, 'move-workfile', () => ({ workfileId, move, at, reason: reason.trim() }));
  return given.ok ? ok(null) : given;
}
