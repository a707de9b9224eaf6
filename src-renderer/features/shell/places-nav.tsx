// The places of the product at the left edge, each with what waits there.
import { isLibraryKind } from '../../../src-shared/domain/library/library.ts';
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
    { id: 'customer', title: 'Customers', icon: 'person' },
    {
      ...{ id: 'sync', title: 'Sync', icon: 'sync', badgeTone: 'warn' },
      badge: decisions > 0 ? String(decisions) : undefined,
    },
    { id: 'configure', title: 'Configure', icon: 'gear' },
  ];
  return <SideNav label='Places' items={items} active={placeOf(active)} onSelect={goTo} />;
}

/** What is reached from Configure lies there. */
const placeOf = (tab: TabId): TabId =>
  configured.includes(tab) || (isLibraryKind(tab) && tab !== 'customer') ? 'configure' : tab;
const configured: readonly TabId[] = ['journal', 'change-log', 'pc'];

function goTo(id: string): void {
  if (id === 'sync') showCentre('decisions');
  else showTab(id as TabId);
}
