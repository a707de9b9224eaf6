// A payment as a transaction of CDK's ledger: begun, its two lines written, then kept for the accountants or posted.
// Source: Fortellis guide CDK Drive Post Accounts GL WIP. Until it is kept or posted it stands in no book.

import { z } from 'zod';
import type { Outcome } from '../../../src-shared/domain/dms/export-job.ts';
import type { CdkSettings } from '../../../src-shared/domain/dms/settings/cdk.ts';
import { type NoAnswer, tidyReason } from '../partner-http.ts';
import type { Answer } from './answers.ts';
import type { Call } from './fortellis.ts';
import { ledgerLines, type PaymentRequest, paths, startBody } from './payloads.ts';

/** What one step came to; `rtnCode` is 0, or says that the ledger refused. */
type Step =
  | { readonly kind: 'done'; readonly transaction: string }
  | { readonly kind: 'refused'; readonly reason: string }
  | NoAnswer;
type Asking = (call: Call) => Promise<Answer>;

const said = z.object({
  rtnCode: z.union([z.string(), z.number()]).transform(Number).pipe(z.int()),
  sendline: z.union([z.string(), z.number()]).transform(String).catch(''),
  transID: z.string().catch(''),
});

export async function postPayment(ask: Asking, request: PaymentRequest, settings: CdkSettings): Promise<Outcome> {
  const step = (method: string, body: object): Promise<Step> =>
    ask({ path: `${paths.ledger}/${method}`, department: settings.accountingDepartmentId, body }).then(stepOf);
  const started = await step('startWIP', startBody(request, settings));
  if (started.kind !== 'done') return started;
  const { transaction } = started;
  if (transaction === '') return { kind: 'unknown' };
  const written = await writeLines(step, ledgerLines(request, settings, transaction));
  const opCode = settings.posting === 'post' ? 'P' : 'S';
  const posted = written.kind === 'done' ? await step('postWIP', { transID: transaction, opCode }) : written;
  if (posted.kind === 'done') return { kind: 'accepted', reference: transaction };
  // What was begun stands there, whether or not the next step left.
  return posted.kind === 'refused' ? withdraw(step, transaction, posted.reason) : { kind: 'unknown' };
}

async function writeLines(
  step: (method: string, body: object) => Promise<Step>,
  lines: readonly object[],
): Promise<Step> {
  let last: Step = { kind: 'unknown' };
  for (const line of lines) {
    last = await step('transWIP', line);
    if (last.kind !== 'done') return last;
  }
  return last;
}

/** What was refused could still be mended and posted there; only when it is deleted, nothing of it is left. */
async function withdraw(
  step: (method: string, body: object) => Promise<Step>,
  transaction: string,
  reason: string,
): Promise<Outcome> {
  const deleted = await step('postWIP', { transID: transaction, opCode: 'D' });
  return deleted.kind === 'done' ? { kind: 'refused', reason } : { kind: 'unknown' };
}

function stepOf(answer: Answer): Step {
  if (answer.kind !== 'done') return answer;
  const step = said.safeParse(answer.data);
  if (!step.success) return { kind: 'unknown' };
  const { rtnCode, sendline, transID } = step.data;
  if (rtnCode === 0) return { kind: 'done', transaction: transID };
  return { kind: 'refused', reason: tidyReason(sendline === '' ? `GL error ${rtnCode}` : sendline, []) };
}
