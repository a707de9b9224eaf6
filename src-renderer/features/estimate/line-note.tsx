// The note of the line one stands on, with room for several lines of text.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { useConflicts } from '../../stores/workfile/conflicts.ts';
import { tieFields } from '../../stores/workfile/fields.ts';
import { usePricedSheet } from '../../stores/workfile/priced-sheet.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';

export type LineNoteProps = {
  readonly workfileId: WorkfileId;
  readonly lineId: string | undefined;
  readonly disabledReason: string | undefined;
};

export function LineNote({ workfileId, lineId, disabledReason }: LineNoteProps) {
  const line = useSheet(workfileId, (sheet) => sheet.lines.find((one) => one.id === lineId));
  const number = usePricedSheet(workfileId).sheet.lines.findIndex((one) => one.id === lineId) + 1;
  const conflicts = useConflicts(workfileId);
  if (line === undefined) return null;
  const { text } = tieFields({ workfileId, kind: 'line', record: line, disabledReason, conflicts });
  return <TextField key={line.id} label={`Note of line ${number}`} wide multiline={3} {...text('note', 'text')} />;
}
