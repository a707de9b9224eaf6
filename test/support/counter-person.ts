/** A person at the counter who works by keys alone: each key that is no text is counted, and the time is told. */
import { expect, type Page } from '@playwright/test';

export class CounterPerson {
  #window: Page;
  readonly #from = performance.now();
  #keys = 0;
  #signs = 0;

  constructor(window: Page) {
    this.#window = window;
  }

  get keys(): number {
    return this.#keys;
  }

  /** Goes on in another window. */
  turnTo(window: Page): void {
    this.#window = window;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.#window.keyboard.press(key);
      this.#keys += 1;
    }
  }

  async type(text: string): Promise<void> {
    await this.#window.keyboard.type(text);
    this.#signs += text.length;
  }

  /** Goes somewhere by the palette. */
  async choose(words: string): Promise<void> {
    await this.press('Control+k');
    await expect(this.#window.getByRole('dialog', { name: 'Commands' })).toBeVisible();
    await this.type(words);
    await this.press('Enter');
    await expect(this.#window.getByRole('dialog', { name: 'Commands' })).toBeHidden();
  }

  /** Tabs on to a field and types into it. */
  async fill(label: string, text: string): Promise<void> {
    const focused = this.#window.locator(':focus').and(this.#window.getByLabel(label, { exact: true }));
    for (let tabs = 0; tabs < 30 && (await focused.count()) === 0; tabs += 1) await this.press('Tab');
    await expect(focused).toBeFocused();
    await this.type(text);
  }

  /** Types the cells of a row from the first cell that is edited to the last, and leaves it for the next row. */
  async fillRow(cells: readonly string[]): Promise<void> {
    for (const cell of cells) {
      await this.type(cell);
      await this.press('Tab');
    }
  }

  /** Prints how long it took, and fails where it needed too many keys. */
  told(task: string, most: { readonly keys: number; readonly seconds: number }): void {
    const seconds = ((performance.now() - this.#from) / 1000).toFixed(1);
    const allowed = `${most.keys} keys and ${most.seconds} s allowed`;
    process.stdout.write(`${task}: ${this.#keys} keys and ${this.#signs} signs in ${seconds} s (${allowed})\n`);
    expect.soft(this.#keys, `keys for: ${task}`).toBeLessThanOrEqual(most.keys);
  }
}
