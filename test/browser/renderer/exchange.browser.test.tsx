// What is dropped on the window: files are looked at as estimates, text goes where it is dropped.
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { openEstimate } from './estimate-window.tsx';

/** Drops something on the window; answers whether the window took it. */
function drop(fill: (data: DataTransfer) => void): boolean {
  const dataTransfer = new DataTransfer();
  fill(dataTransfer);
  const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
  document.body.dispatchEvent(event);
  return event.defaultPrevented;
}

test('dropped files that are no estimate are told of, and dropped text is left to its field', async () => {
  await openEstimate();
  expect(drop((data) => data.setData('text/plain', 'LT fender'))).toBe(false);
  expect(drop((data) => data.items.add(new File(['x'], 'readme.txt')))).toBe(true);
  await expect.element(page.getByText(/there is no EMS set and no BMS document/).first()).toBeVisible();
});
