// Names the window after what is in front.
import { useEffect } from 'react';
import { nameWindow, useShell } from '../../stores/shell.ts';
import { useTabTitles } from '../../stores/tab-titles.ts';

export function useWindowTitle(): void {
  const active = useShell((shell) => shell.active);
  const tab = useTabTitles().find(({ id }) => id === active);
  const title = tab === undefined ? 'Workfiles' : `${tab.title}${tab.unsaved ? ' •' : ''}`;
  useEffect(() => nameWindow(title.slice(0, 180)), [title]);
}
