/** What a window shows at the end of a test that failed, in a few words for the last lines of `npm test`. */
import type { TestInfo } from '@playwright/test';
import type { Pc } from './electron-pc.ts';

/** Notes what has the focus, which dialogs are open and what was last said. */
export async function noteWhatIsShown({ window }: Pc, testInfo: TestInfo): Promise<void> {
  const description = await window.evaluate(() => {
    const words = (element: Element): string => (element.textContent ?? '').replaceAll(/\s+/g, ' ').slice(0, 160);
    const all = (selector: string): string => [...document.querySelectorAll(selector)].map(words).join(' | ');
    const focus = document.activeElement;
    return [
      `focus on ${focus?.tagName} ${focus?.id} ${focus?.getAttribute('aria-label') ?? ''} “${focus ? words(focus) : ''}”`,
      `dialogs: ${all('[role=dialog]')}`,
      `said: ${all('[role=alert], [role=status], [role=group][tabindex]')}`,
    ].join('; ');
  });
  testInfo.annotations.push({ type: 'seen', description });
}
