// Who else of the shop has this workfile open: a hint, told politely to screen readers as well.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { usePresence } from '../../stores/presence.ts';
import { othersIn, wordEachPresence, wordPresence } from '../../words/presence-words.ts';

export function PresenceChip({ workfileId }: { readonly workfileId: WorkfileId }) {
  const others = othersIn(
    usePresence((presence) => presence.others),
    workfileId,
  );
  const words = wordPresence(others);
  // The region is there before there is something to say: only then it is read out.
  return (
    <span role='status' className='workfile-others' aria-label='Open on other PCs'>
      {words !== '' && (
        <span className='workfile-stage workfile-presence' title={wordEachPresence(others)}>
          {words}
        </span>
      )}
    </span>
  );
}
