/** What goes wrong in a run besides the network: crashes, restored and copied disks, killed processes, restored clouds. */
import type { Backup } from './cloud-store.ts';
import type { Ledger } from './ledger.ts';
import type { Wire } from './network.ts';
import { SimPc } from './pc.ts';
import type { Plan } from './plan.ts';

/** The simulated shop of one run. */
export type Shop = {
  readonly plan: Plan;
  readonly wire: Wire;
  readonly pcs: SimPc[];
  readonly ledger: Ledger;
  /** What was found wrong on the way. */
  readonly problems: string[];
};

const yearMs = 365 * 24 * 60 * 60 * 1000;

/** Another PC; a copy of one goes by the copied one's clock. */
export function addPc({ plan, wire, pcs, ledger }: Shop, copied?: SimPc): void {
  const place = `PC-${pcs.length + 1}`;
  const skewMs = copied === undefined ? plan.clockYears * (pcs.length - 1) * yearMs : copied.skewMs;
  const pc = new SimPc(place, wire, { skewMs, ...(copied === undefined ? {} : { image: copied.image() }) });
  if (copied !== undefined) ledger.copy(copied, pc);
  pcs.push(pc);
}

export const anyPc = ({ wire: { world }, pcs }: Shop): SimPc => {
  const [first, ...others] = pcs;
  if (first === undefined) throw new Error('a world without PCs');
  return world.chance.pick([first, ...others]);
};

export class Mishaps {
  readonly #shop: Shop;
  #backup: Backup | null = null;
  #image: { readonly pc: SimPc; readonly bytes: Buffer } | null = null;

  constructor(shop: Shop) {
    this.#shop = shop;
  }

  /** Lets one thing go wrong, or nothing; answers whether. */
  happen(step: number): boolean {
    const { plan, wire } = this.#shop;
    const { cloud, network, world } = wire;
    const { percent } = world.chance;
    const tell = (what: string) => world.tell(`${step}: ${what}`);
    if (percent(plan.crash)) this.#crash(tell);
    else if (percent(plan.killApi)) cloud.killOne();
    else if (percent(plan.offline)) network.down.add(anyPc(this.#shop).place);
    else if (percent(plan.offline * 2)) network.down.clear();
    else if (percent(plan.restorePc)) this.#restorePc(tell);
    else if (percent(plan.clonePc)) this.#clonePc(tell);
    else if (percent(plan.restoreCloud)) this.#restoreCloud(tell);
    else return false;
    return true;
  }

  #crash(tell: (what: string) => void): void {
    const pc = anyPc(this.#shop);
    tell(`crash ${pc.place}`);
    pc.restart();
  }

  /** Takes a copy of a PC's folder, and puts it back some time later. */
  #restorePc(tell: (what: string) => void): void {
    if (this.#image === null) {
      const pc = anyPc(this.#shop);
      this.#image = { pc, bytes: pc.image() };
      return;
    }
    const { pc, bytes } = this.#image;
    this.#image = null;
    tell(`restore ${pc.place}`);
    this.#shop.ledger.hearLast(pc, this.#shop.wire.cloud.shop);
    this.#replace(() => pc.restart(bytes));
  }

  #clonePc(tell: (what: string) => void): void {
    const { pcs, plan } = this.#shop;
    if (pcs.length > plan.pcs) return;
    const pc = anyPc(this.#shop);
    tell(`copy ${pc.place}`);
    addPc(this.#shop, pc);
  }

  #restoreCloud(tell: (what: string) => void): void {
    const { wire, ledger } = this.#shop;
    const { cloud, world } = wire;
    const backup = this.#backup;
    if (backup === null) {
      this.#backup = cloud.backup();
      return;
    }
    this.#backup = null;
    tell(`restore the cloud to ${backup.shop.lastSeq} of ${cloud.shop.lastSeq}`);
    for (const { edit } of cloud.shop.log) ledger.everLogged.add(edit);
    // Commands are asked for again, and what comes of them now is what counts.
    ledger.answered.clear();
    this.#replace(() => cloud.restore(backup, world.chance.percent(50)));
  }

  /** A disk is replaced by an older copy of itself: what stood on that disk alone is gone, and nothing else may be. */
  #replace(restore: () => void): void {
    const { wire, pcs, ledger, problems } = this.#shop;
    for (const { edit, kind, id, group } of ledger.nowhere(wire.cloud.shop, pcs))
      problems.push(`nothingIsLost: ${edit} of ${kind}/${id}/${group} was lost on the way`);
    restore();
    for (const made of ledger.nowhere(wire.cloud.shop, pcs)) ledger.forget(made);
  }
}
