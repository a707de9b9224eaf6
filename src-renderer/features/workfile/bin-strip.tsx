// Above a workfile that lies in the bin: since when, by whom, what becomes of it, and the way out.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { useClock } from '../../stores/clock.ts';
import { runCommand, useCommandBoard, whyNot } from '../../stores/command-board.ts';
import { useBinnedAt } from '../../stores/workfile/closed.ts';
import { useShopTime } from '../../stores/workfile/plan.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { wordDaysLeft } from '../../words/life/bin-words.ts';
import { whenOf } from '../../words/time-words.ts';

export function BinStrip({ workfileId }: { readonly workfileId: WorkfileId }) {
  const at = useBinnedAt(workfileId);
  const by = useSheet(workfileId, ({ workfile }) => workfile.bin?.by ?? '');
  const clock = useClock();
  const today = useShopTime().date;
  const cannot = useCommandBoard(({ boards }) => whyNot(boards, 'workfile.restore'));
  if (at === 0) return null;
  return (
    <MessageStrip
      tone='warn'
      what={`In the bin since ${whenOf(at, clock)}${by === '' ? '' : `, by ${by}`}.`}
      safe={`${wordDaysLeft(at, today)}. It can be read, and takes no edits until it is restored.`}
      actions={[{ id: 'restore', title: 'Restore', run: () => runCommand('workfile.restore'), disabledReason: cannot }]}
    />
  );
}
