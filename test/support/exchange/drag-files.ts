/** Drags files and folders of this PC onto the window as a file manager does. */
import type { Page } from '@playwright/test';

export async function dragOnto(window: Page, ...paths: readonly string[]): Promise<void> {
  const session = await window.context().newCDPSession(window);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
  }
  await session.detach();
}
