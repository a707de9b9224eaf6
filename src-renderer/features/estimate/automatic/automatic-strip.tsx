// One quiet line below the grid: what else the last edit changed, with the way back.
import type { WorkfileId } from '../../../../src-shared/base/ids.ts';
import { Button } from '../../../../src-ui/actions/button.tsx';
import { undo } from '../../../stores/workfile/edits.ts';
import type { Consequences } from './use-automatic-changes.ts';

export type AutomaticStripProps = { readonly workfileId: WorkfileId; readonly consequences: Consequences };

export function AutomaticStrip({ workfileId, consequences: { words, forget } }: AutomaticStripProps) {
  if (words.length === 0) return null;
  const takeBack = (): void => {
    forget();
    void undo(workfileId);
  };
  return (
    <div className='automatic-strip' role='note' aria-label='Also changed'>
      <span title={words.join('\n')}>
        <strong>Also changed:</strong> {words.join(' · ')}
      </span>
      <Button look='quiet' onPress={takeBack}>
        Undo
      </Button>
      <Button look='quiet' onPress={forget}>
        Close
      </Button>
    </div>
  );
}
