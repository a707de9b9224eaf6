// The tabs of the window: Home and the list first, then what is open.
import { TabStrip } from '../../../src-ui/shell/tab-strip.tsx';
import { closeTab, showTab, type TabId, useShell } from '../../stores/shell.ts';
import { useSync } from '../../stores/sync.ts';
import { useTabTitles } from '../../stores/tab-titles.ts';

export function DocumentTabs() {
  const active = useShell((shell) => shell.active);
  const open = useTabTitles();
  const decisions = useSync(({ state }) => state?.decisions ?? 0);
  const tabs = open.map(({ id, title, unsaved }) => ({
    id,
    title,
    dirty: unsaved,
    closable: true,
    badge: id === 'sync' && decisions > 0 ? String(decisions) : undefined,
    tip: unsaved ? `${title}: edits are kept and wait for a Save (Ctrl+S)` : title,
  }));
  return (
    <TabStrip
      label='Open tabs'
      tabs={[{ id: 'home', title: 'Home' }, { id: 'list', title: 'Workfiles' }, ...tabs]}
      active={active}
      onSelect={(id) => showTab(id as TabId)}
      onClose={(id) => closeTab(id as TabId)}
    />
  );
}
