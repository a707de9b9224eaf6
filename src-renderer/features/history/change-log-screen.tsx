// Who changed which setting of the shop, when, on which PC, and from what to what: profiles, insurers, employees.
import { useMemo } from 'react';
import type { HistoryEntry } from '../../../src-shared/sync/history.ts';
import { useLibrary } from '../../stores/library/library.ts';
import { isListed, visitListed } from '../../stores/library/opened.ts';
import { readyValue } from '../../stores/loading.ts';
import { showTab } from '../../stores/shell.ts';
import { settingNames } from '../../words/evidence/history-words.ts';
import { HistoryFrame } from './history-frame.tsx';
import { HistoryView } from './history-view.tsx';

const follow = (changed: () => void): (() => void) =>
  useLibrary.subscribe(({ sheet }, before) => {
    if (sheet !== before.sheet) changed();
  });

export function ChangeLogScreen() {
  return (
    <HistoryFrame of='settings' label='Change log' follow={follow}>
      {(entries, isWhole) => <OfSettings entries={entries} isWhole={isWhole} />}
    </HistoryFrame>
  );
}

function OfSettings({ entries, isWhole }: { readonly entries: readonly HistoryEntry[]; readonly isWhole: boolean }) {
  const sheet = useLibrary((state) => readyValue(state.sheet));
  const names = useMemo(() => settingNames(sheet), [sheet]);
  return (
    <HistoryView
      label='Change log'
      entries={entries}
      names={names}
      unknown='This PC has seen no change of a setting. The cloud knows the others.'
      isWhole={isWhole}
      onGo={({ kind, id, group, value }) => {
        if (isListed(kind)) visitListed(kind, id, `${kind}/${id}/${group}/${Object.keys(value)[0] ?? ''}`);
        else showTab('profile');
      }}
    />
  );
}
