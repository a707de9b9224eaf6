// The session of print pages: it serves one page at a time under a name nobody can guess, and refuses every other request.

import { type Session, session } from 'electron';
import type { Random } from '../../../src-shared/base/clock.ts';
import { pageMarkup } from '../../../src-shared/domain/print/print-markup.ts';
import { printStyle, sheetRule } from '../../../src-shared/domain/print/print-style.ts';
import type { PrintJob } from '../../../src-shared/ipc/host.ts';
import { appHost, appScheme } from '../app-origin.ts';
import type { Log } from '../log.ts';
import { denyPermissions } from '../permissions.ts';

export type PrintSession = {
  readonly session: Session;
  /** Offers a page until it is taken back; answers its address. */
  readonly offer: (job: PrintJob) => { readonly address: string; readonly takeBack: () => void };
};

const partition = 'print';

/** May be called when the app is ready. What lies in memory only is gone with the program. */
export function openPrintSession(random: Random, log: Log): PrintSession {
  const own = session.fromPartition(partition, { cache: false });
  const pages = new Map<string, PrintJob>();
  denyPermissions(own);
  own.on('will-download', (event) => event.preventDefault());
  own.webRequest.onBeforeRequest(({ url }, answer) => {
    const refused = !pages.has(url);
    if (refused) log('print.refused');
    answer({ cancel: refused });
  });
  own.protocol.handle(appScheme, ({ url }) => {
    const job = pages.get(url);
    return job === undefined ? new Response('Not found', { status: 404 }) : responseOf(job, random);
  });
  return {
    session: own,
    offer(job) {
      const address = `${appScheme}://${appHost}/print/${Buffer.from(random(16)).toString('hex')}`;
      pages.set(address, job);
      return { address, takeBack: () => void pages.delete(address) };
    },
  };
}

function responseOf({ title, paper, body }: PrintJob, random: Random): Response {
  const nonce = Buffer.from(random(16)).toString('base64');
  const markup = pageMarkup({ title, style: printStyle + sheetRule(paper), nonce, body });
  return new Response(markup, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': printPolicy(nonce),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  });
}

/** A print page may use its one style sheet and the pictures that stand in it, and nothing else at all. */
export const printPolicy = (nonce: string): string =>
  [
    'sandbox',
    "default-src 'none'",
    `style-src-elem 'nonce-${nonce}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
