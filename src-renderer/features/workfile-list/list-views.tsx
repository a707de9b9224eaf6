// The views of the list as tabs, and what can be done with the one in front.
import { useMemo } from 'react';
import type { Command } from '../../../src-ui/actions/command.ts';
import { CommandMenu } from '../../../src-ui/actions/command-menu.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { TabStrip } from '../../../src-ui/shell/tab-strip.tsx';
import { useClock } from '../../stores/clock.ts';
import { useHasDms } from '../../stores/dms/dms.ts';
import {
  type AnyView,
  allViews,
  changeView,
  frontView,
  isChanged,
  removeView,
  showView,
  useListViews,
} from '../../stores/list-views.ts';
import { type Shown, useWorkfileList } from '../../stores/workfile-list.ts';
import { chipsOf } from '../../words/list/list-words.ts';

export type ListViewsProps = { readonly onName: (purpose: 'new' | 'rename') => void };

export function ListViews({ onName }: ListViewsProps) {
  const views = useListViews((state) => state.views);
  const last = useListViews((state) => state.last);
  const counts = useListViews((state) => state.counts);
  const timeZone = useClock((clock) => clock.timeZone);
  const front = frontView({ views, last });
  const shown = useShown();
  const remove = useRemoveView();
  const hasDms = useHasDms();
  const offered = allViews(views).filter(({ id, needsDms }) => hasDms || needsDms !== true || id === front.id);
  const tabs = offered.map((view) => ({
    id: `view-${view.id}`,
    title: view.id === front.id && isChanged(view, shown) ? `${view.name} *` : view.name,
    badge: counts[view.id]?.toLocaleString('en-US'),
    badgeTip: counts[view.id] === undefined ? undefined : `${counts[view.id]} workfiles`,
    closable: view.isOwn,
    tip: tipOf(view, timeZone),
  }));
  return (
    <div className='list-views'>
      <TabStrip
        label='Views'
        look='section'
        tabs={tabs}
        active={`view-${front.id}`}
        onSelect={(id) => void showView(id.slice('view-'.length))}
        onClose={(id) => remove(id.slice('view-'.length))}
      />
      <CommandMenu title='This view' commands={viewCommands(front, shown, { onName, remove })} />
    </div>
  );
}

/** What the list shows now, as one value. */
export function useShown(): Shown {
  const filter = useWorkfileList((list) => list.filter);
  const sorts = useWorkfileList((list) => list.sorts);
  const group = useWorkfileList((list) => list.group);
  return useMemo(() => ({ filter, sorts, group }), [filter, sorts, group]);
}

function tipOf({ name, filter }: AnyView, timeZone: string): string {
  const said = chipsOf(filter, timeZone).map(({ title, text }) => `${title}: ${text}`);
  return said.length === 0 ? name : `${name} – ${said.join('; ')}`;
}

function useRemoveView(): (id: string) => void {
  const toast = useToast();
  return (id) => {
    const name = useListViews.getState().views.find((view) => view.id === id)?.name ?? '';
    void removeView(id).then((undo) => toast({ text: `View ${name} deleted`, undo }));
  };
}

type Acts = ListViewsProps & { readonly remove: (id: string) => void };

function viewCommands(front: AnyView, shown: Shown, { onName, remove }: Acts): readonly Command[] {
  const own = front.isOwn ? undefined : 'This view comes with Shopfile: keep what you see as a view of your own.';
  const same = isChanged(front, shown) ? undefined : 'It shows what was kept.';
  return [
    { id: 'keep', title: 'Keep as a new view…', icon: 'save', group: 'keep', run: () => onName('new') },
    {
      ...{ id: 'update', title: 'Keep the changes', group: 'keep', disabledReason: own ?? same },
      run: () => void changeView(front.id, shown),
    },
    {
      ...{ id: 'reset', title: 'Back to what was kept', icon: 'undo', group: 'keep', disabledReason: same },
      run: () => void showView(front.id),
    },
    { id: 'rename', title: 'Rename…', group: 'own', disabledReason: own, run: () => onName('rename') },
    {
      ...{ id: 'delete', title: 'Delete view', icon: 'bin', group: 'own', danger: true, disabledReason: own },
      run: () => remove(front.id),
    },
  ];
}
