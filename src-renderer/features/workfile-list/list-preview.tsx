// The workfile one stands on at a glance: what it comes to, and what it waits for, with the way there.
import { printMoney } from '../../../src-shared/base/money.ts';
import { nextStep } from '../../../src-shared/domain/workfile/next-step.ts';
import type { WorkfileHead } from '../../../src-shared/ipc/shapes.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { showTab } from '../../stores/shell.ts';
import { showSection } from '../../stores/workfile/workfiles.ts';
import { useWorkfileList } from '../../stores/workfile-list.ts';
import { wordFound } from '../../words/list/search-words.ts';
import { stepSections, stepWords } from '../../words/list/step-words.ts';

export function ListPreview({ rowKey }: { readonly rowKey: string | undefined }) {
  const head = useWorkfileList(({ rows }) => {
    if (rows.kind !== 'ready' || rowKey === undefined) return undefined;
    for (const page of rows.value.pages.values()) {
      const found = page.find(({ id }) => id === rowKey);
      if (found !== undefined) return found;
    }
    return undefined;
  });
  return (
    <aside className='list-preview' aria-label='Preview'>
      {head === undefined ? <span>Enter opens the workfile one stands on.</span> : <Preview head={head} />}
    </aside>
  );
}

function Preview({ head }: { readonly head: WorkfileHead }) {
  const step = nextStep(head);
  const section = stepSections[step];
  const isBinned = head.binnedAt > 0;
  const open = (): void => {
    showTab(head.id);
    if (section !== undefined) showSection(head.id, section);
  };
  return (
    <>
      <strong className='list-preview-title'>{wordFound(head)}</strong>
      <span>Total {printMoney(head.totalCents)}</span>
      <span>{isBinned ? 'In the bin' : stepWords[step]}</span>
      {section !== undefined && !isBinned && (
        <Button look='quiet' icon='arrow' onPress={open}>
          Go there
        </Button>
      )}
    </>
  );
}
