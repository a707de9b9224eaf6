// What makes the demo shop a shop in the middle of its week: vehicles that come and go, money, notes and tasks.

import type { CivilDate } from '../base/dates.ts';
import { type NoteId, type ReceiptId, type TaskId, uuidV7, type WorkfileId } from '../base/ids.ts';
import { priceEstimate } from '../domain/estimate/price-estimate.ts';
import type { NoteKind } from '../domain/note/note.ts';
import { type Milestone, noMilestone, type Plan } from '../domain/plan/milestone.ts';
import { chainForm, type Hash, receiptText } from '../domain/receipt/ledger.ts';
import type { Receipt } from '../domain/receipt/receipt.ts';
import type { Stage } from '../domain/workfile/workfile.ts';
import type { RecordOfKind } from '../sync/records.ts';
import type { Chance } from './chance.ts';
import type { NewRecord } from './demo-shop.ts';

type VisitOptions = {
  /** Dice of its own: the rest of the shop stays as its seed made it. */
  readonly chance: Chance;
  /** Now, in milliseconds. */
  readonly from: number;
  readonly hash: Hash;
};

const day = 24 * 3_600_000;

/** The records of a workfile with what happened to its vehicle since; the workfile itself stays the first. */
export function withVisit(records: readonly NewRecord[], options: VisitOptions): readonly NewRecord[] {
  const [workfile, ...others] = records;
  if (workfile?.kind !== 'workfile') return records;
  const visit = new Visit(workfile, options);
  const plan = visit.plan();
  if (plan === null) return [...records, ...visit.words()];
  const planned: NewRecord = { ...workfile, value: { ...workfile.value, ...plan } };
  return [planned, ...others, ...visit.receipts(duesOf(others), plan), ...visit.words()];
}

type NewWorkfile = Extract<NewRecord, { kind: 'workfile' }>;
type Dues = { readonly customer: number; readonly insurance: number; readonly insurer: string };
type Payment = Pick<Receipt['money'], 'amountCents' | 'date' | 'from' | 'type' | 'reference'>;

class Visit {
  readonly #workfileId: WorkfileId;
  readonly #stage: Stage;
  readonly #by: string;
  readonly #ro: string;
  readonly #openedAt: number;
  readonly #savedAt: number;
  readonly #options: VisitOptions;

  constructor({ id, value }: NewWorkfile, options: VisitOptions) {
    this.#workfileId = id;
    this.#stage = value.stage.stage;
    this.#by = value.tracking.estimator;
    this.#ro = value.number.ro;
    this.#openedAt = value.opened.at;
    this.#savedAt = value.saved.at;
    this.#options = options;
  }

  /** The milestones of a repair order; null for an estimate. Those of a closed one are over. */
  plan(): Plan | null {
    const { chance, from } = this.#options;
    if (this.#stage !== 'repair-order' && this.#stage !== 'closed') return null;
    const isClosed = this.#stage === 'closed';
    // Of those that are being worked on some are to leave today, and some have left.
    const leavesAt = isClosed
      ? this.#openedAt + (3 + chance.below(6)) * day
      : Math.max(this.#openedAt + day, from + (chance.below(7) - 2) * day);
    const hasLeft = isClosed || (leavesAt < from && chance.percent(60));
    const isRepaired = hasLeft || leavesAt <= from;
    const startedAt = Math.min(this.#openedAt + day, leavesAt - day / 2);
    const isStarted = isRepaired || (startedAt < from && chance.percent(80));
    return {
      vehicleIn: this.#milestone(this.#openedAt, true, '08:30'),
      repairsStarted: this.#milestone(startedAt, isStarted, '09:00'),
      repairsCompleted: this.#milestone(leavesAt - day / 2, isRepaired, '15:00'),
      vehicleOut: this.#milestone(leavesAt, hasLeft, '16:30'),
    };
  }

  /** What came in for it: all of a closed one, of a repaired one the insurer's part, else a deposit now and then. */
  receipts({ customer, insurance, insurer }: Dues, { vehicleOut }: Plan): readonly NewRecord[] {
    const { chance } = this.#options;
    const isClosed = this.#stage === 'closed';
    const date = vehicleOut.complete ? (vehicleOut.actualDate as CivilDate) : dateOf(this.#savedAt);
    const reference = String(100_000 + chance.below(900_000));
    const paid: Payment[] = [];
    if (insurance > 0 && (isClosed || vehicleOut.complete))
      paid.push({ amountCents: insurance, date, from: 'insurance', type: 'insurance-check', reference });
    const share = isClosed ? customer : chance.percent(40) ? Math.floor(customer / 2) : 0;
    if (share > 0) paid.push({ amountCents: share, date, from: 'customer', type: chance.pick(ways), reference: '' });
    return this.#chained(paid, insurer);
  }

  /** A note that says what was agreed, and a task for what is still open. */
  words(): readonly NewRecord[] {
    const { chance, from } = this.#options;
    const id = <Id extends string>(): Id => uuidV7(this.#savedAt, chance.bytes(16)) as Id;
    const parent = { workfileId: this.#workfileId };
    const [kind, text] = chance.pick(notes);
    const written = { at: this.#savedAt, by: this.#by, pc: 'FRONT-DESK' };
    const note: NewRecord = {
      kind: 'note',
      id: id<NoteId>(),
      value: {
        parent,
        content: { kind, text },
        written,
        follows: { versionOf: '', answerTo: '' },
        pin: { pinned: false },
      },
    };
    const due = dateOf(from + (chance.below(4) - 1) * day);
    const task: NewRecord = {
      kind: 'task',
      id: id<TaskId>(),
      value: { parent, about: { text: chance.pick(tasks), due, who: this.#by }, done: { done: false, at: 0, by: '' } },
    };
    const isOpen = this.#stage === 'repair-order' || this.#stage === 'opportunity';
    return [...(chance.percent(35) ? [note] : []), ...(isOpen && chance.percent(45) ? [task] : [])];
  }

  #milestone(at: number, complete: boolean, time: string): Milestone {
    const planned = { ...noMilestone, plannedDate: dateOf(at), plannedTime: time };
    if (!complete) return planned;
    const completed = { complete, completedAt: Math.min(at, this.#options.from), completedBy: this.#by };
    return { ...planned, actualDate: dateOf(at), actualTime: time, ...completed };
  }

  #chained(paid: readonly Payment[], insurer: string): readonly NewRecord[] {
    const { chance, hash } = this.#options;
    const made: NewRecord[] = [];
    let on = '';
    for (const [i, payment] of paid.entries()) {
      const id = uuidV7(this.#savedAt, chance.bytes(16)) as ReceiptId;
      const value = {
        parent: { workfileId: this.#workfileId },
        number: { number: `${this.#ro}-${i + 1}A`, serial: i + 1 },
        money: { ...payment, insurer: payment.from === 'insurance' ? insurer : '', typeName: '', memo: '' },
        taken: { at: this.#savedAt, by: this.#by },
      };
      const own = hash(receiptText({ id, ...value }, on));
      made.push({ kind: 'receipt', id, value: { ...value, chain: { form: chainForm, on, hash: own } } });
      on = own;
    }
    return made;
  }
}

/** Who owes what of a priced estimate. */
function duesOf(records: readonly NewRecord[]): Dues {
  const of = <K extends NewRecord['kind']>(kind: K): readonly RecordOfKind<K>[] =>
    records.flatMap((one) =>
      one.kind === kind ? [{ ...one.value, id: one.id, deleted: false } as unknown as RecordOfKind<K>] : [],
    );
  const [[rates], [estimate], [insurance]] = [of('rates'), of('estimate'), of('insurance')];
  if (!rates || !estimate || !insurance) return { customer: 0, insurance: 0, insurer: '' };
  const { totals } = priceEstimate({ lines: of('line'), rates, estimate, insurance });
  return { customer: totals.customerPays, insurance: totals.insurerPays, insurer: insurance.company.name };
}

/** As everywhere in the demo shop, days are those of UTC. */
const dateOf = (at: number): CivilDate => new Date(at).toISOString().slice(0, 10) as CivilDate;

const ways = ['cash', 'check', 'visa', 'mastercard'] as const;

const notes: readonly [readonly [NoteKind, string], ...(readonly [NoteKind, string])[]] = [
  ['internal', 'Bumper bracket on back order, vendor promised it for Thursday.'],
  ['internal', 'Scratch on the left mirror was there before; shown to the owner at drop-off.'],
  ['insurer', 'Supplement for the hidden damage behind the bumper is on its way with photos.'],
  ['insurer', 'Adjuster agreed to OEM headlamp, aftermarket not available within the week.'],
  ['customer', 'Owner asked to be called before the vehicle is washed: the dash camera is fragile.'],
  ['customer', 'Rental ends Friday; told the owner that the vehicle is expected on Thursday.'],
];

const tasks = [
  'Order the missing clips',
  'Scan after repair and keep the report',
  'Call the owner about the pick-up',
  'Send the photos of the hidden damage to the insurer',
  'Check the color match outdoors',
] as const;
