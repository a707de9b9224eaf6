/** The ledger of CDK Drive as the guide of Post Accounts GL WIP says: nothing stands in it before it is saved or posted. */

/** The fields of one step, as JSON has them. */
export type Fields = Readonly<Record<string, string | number | boolean>>;
type Said = { readonly rtnCode: string; readonly sendline: string; readonly transID: string };
/** A transaction: what it began with, its lines, and what became of it. */
export type Transaction = {
  readonly start: Fields;
  readonly lines: Fields[];
  state: 'begun' | 'saved' | 'posted' | 'deleted';
};

const accounts: ReadonlySet<unknown> = new Set(['1020', '1030', '1210']);
const longest = {
  refer: 10,
  srcCo: 3,
  srcJrnl: 3,
  userID: 15,
  userName: 30,
  acct: 7,
  cntl: 17,
  cntl2: 17,
  trgtCoID: 3,
};

export function createLedger() {
  const transactions = new Map<string, Transaction>();
  const refuse = (sendline: string, transID = '', rtnCode = '1'): Said => ({ rtnCode, sendline, transID });
  const done = (transID: string): Said => ({ rtnCode: '0', sendline: '', transID });
  const start = (body: Fields): Said => {
    const { srcCo, srcJrnl, refer, acctgDate } = body;
    if (!/^\d{4}-\d\d-\d\d$/.test(String(acctgDate))) return refuse('Invalid accounting date', '', '901');
    if (String(acctgDate) < '2026-05-01') return refuse(`Accounting month of ${String(acctgDate)} is closed`);
    const transaction = `${String(srcCo)}*${String(srcJrnl)}*${String(refer)}*${transactions.size + 1}`;
    transactions.set(transaction, { start: body, lines: [], state: 'begun' });
    return done(transaction);
  };
  const post = (id: string, one: Transaction, opCode: Fields[string] | undefined): Said => {
    if (opCode === 'D') one.state = 'deleted';
    if (opCode === 'D') return done(id);
    const cents = one.lines.map(({ postAmt }) => Math.round(Number(postAmt) * 100));
    if (cents.reduce((sum, amount) => sum + amount, 0) !== 0) return refuse('Transaction is out of balance', id);
    one.state = opCode === 'P' ? 'posted' : 'saved';
    return done(id);
  };
  return {
    take(step: string, body: Fields): Said {
      const long = Object.entries(longest).find(([field, most]) => String(body[field] ?? '').length > most);
      if (long !== undefined) return refuse(`${long[0]} is longer than ${long[1]}`, '', '902');
      if (step === 'startWIP') return start(body);
      const id = String(body.transID);
      const one = transactions.get(id);
      if (one === undefined || one.state === 'deleted') return refuse('No such transaction', id, '903');
      if (step === 'postWIP') return post(id, one, body.opCode);
      if (!accounts.has(body.acct)) return refuse(`Account ${String(body.acct)} is not in the chart of accounts`, id);
      one.lines.push(body);
      return done(id);
    },
    transactions: (): readonly Transaction[] => [...transactions.values()],
    /** What an accountant would see. */
    booked: (): readonly Transaction[] =>
      [...transactions.values()].filter(({ state }) => state === 'saved' || state === 'posted'),
  };
}
