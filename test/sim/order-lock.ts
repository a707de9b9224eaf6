/** The lock on a shop's order: one holds it, the others wait for their turn in the world. */

export class OrderLock {
  #holder: object | null = null;
  readonly #queue: (() => void)[] = [];

  /** Resolves once it is held; `turn` is waited for each time that it was free for a moment. */
  async take(holder: object, turn: () => Promise<void>): Promise<void> {
    while (this.#holder !== null) {
      await new Promise<void>((resolve) => void this.#queue.push(resolve));
      await turn();
    }
    this.#holder = holder;
  }

  /** Lets go of what this one holds, if it does. */
  release(holder: object): void {
    if (this.#holder !== holder) return;
    this.#holder = null;
    for (const go of this.#queue.splice(0)) go();
  }
}
