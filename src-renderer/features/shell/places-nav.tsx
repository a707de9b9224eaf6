// The places of the product at the left edge, each with what waits there.
import { type NavItem, SideNav } from '../../../src-ui/shell/side-nav.tsx';
import { showTab, type TabId, useShell } from '../../stores/shell.ts';
import { useSync } from '../../stores/sync.ts';
import { showCentre } from '../../stores/sync-centre.ts';

export function PlacesNav() {
  const active = useShell((shell) => shell.active);
  const decisions = useSync(({ state }) => state?.decisions ?? 0);
  const items: readonly NavItem[] = [
    { id: 'home', title: 'Home', icon: 'home' },
    { id: 'list', title: 'Workfiles', icon: 'list' },
    {
      ...{ id: 'sync', title: 'Sync', icon: 'sync', badgeTone: 'warn' },
      badge: decisions > 0 ? String(decisions) : undefined,
    },
  ];
  return <SideNav label='Places' items={items} active={active} onSelect={goTo} />;
}

function goTo(id: string): void {
  if (id === 'sync') showCentre('decisions');
  else showTab(id as TabId);
}
