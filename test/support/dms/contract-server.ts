/** A partner's interface over real HTTP: what was asked is kept, and a fault may meet the requests that it fits. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export type Asked = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};
export type Answered = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
};

/** `lost-request` and `lost-answer` hang up before and after the work is done, `half-answer` within the answer. */
export type PartnerFault = {
  /** Part of the address or the body of the requests that it meets. */
  readonly on?: string;
  readonly times?: number;
} & (
  | { readonly kind: 'lost-request' | 'lost-answer' | 'half-answer' }
  | { readonly kind: 'slow'; readonly ms: number }
  | { readonly kind: 'answer'; readonly answer: Answered }
);

export async function openContractServer(handle: (asked: Asked) => Answered) {
  const asked: Asked[] = [];
  const faults: PartnerFault[] = [];
  const server = createServer((request, response) => void serve(request, response));
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const one = await read(request);
    asked.push(one);
    const fault = next(faults, one);
    if (fault?.kind === 'lost-request') return void request.socket.destroy();
    const answer = fault?.kind === 'answer' ? fault.answer : handle(one);
    if (fault?.kind === 'lost-answer') return void request.socket.destroy();
    if (fault?.kind === 'slow') await pause(fault.ms);
    response.writeHead(answer.status, { 'content-length': Buffer.byteLength(answer.body), ...answer.headers });
    if (fault?.kind !== 'half-answer') return void response.end(answer.body);
    response.write(answer.body.slice(0, answer.body.length / 2), () => request.socket.destroy());
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Every request in its order. */
    asked: (): readonly Asked[] => asked,
    lay: (fault: PartnerFault) => void faults.push(fault),
    async close(): Promise<void> {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function read(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
  const { method = '', headers } = request;
  return { method, path: pathname, query: searchParams, headers, body: Buffer.concat(chunks).toString('utf8') };
}

/** The fault that a request meets, once less. */
function next(faults: PartnerFault[], { path, query, body }: Asked): PartnerFault | undefined {
  const at = faults.findIndex(({ on = '' }) => `${path}?${query} ${body}`.includes(on));
  const fault = faults[at];
  if (fault === undefined) return undefined;
  const { times = 1 } = fault;
  if (times > 1) faults[at] = { ...fault, times: times - 1 };
  else faults.splice(at, 1);
  return fault;
}
