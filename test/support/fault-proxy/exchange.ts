/** One request between a PC and the cloud, held in the middle: it can be sent on any number of times, and cut. */
import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Route } from './fault.ts';

export type Exchange = {
  readonly route: Route;
  readonly body: Buffer;
  readonly response: http.ServerResponse;
  /** Sends the request to the cloud; the answer's body has not been read yet. */
  send(): Promise<http.IncomingMessage>;
  /** Sends the head and so many bytes of the body, and no more; answers how to hang up. */
  sendPart(bytes: number): Promise<() => void>;
  /** Cuts the PC off, without any ceremony. */
  reset(): void;
};

type Line = { readonly cloud: URL; readonly agent: http.Agent };

/** Takes a request whole from the PC. */
export async function takeExchange(
  line: Line,
  request: http.IncomingMessage,
  response: http.ServerResponse,
): Promise<Exchange> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const open = () => openUpstream(line, request);
  return {
    route: routeOf(request),
    body,
    response,
    send() {
      const upstream = open();
      response.once('close', () => upstream.destroy());
      return new Promise((resolve, reject) => upstream.once('response', resolve).once('error', reject).end(body));
    },
    async sendPart(bytes) {
      const upstream = open();
      upstream.on('error', () => undefined);
      upstream.flushHeaders();
      if (bytes > 0) await new Promise<unknown>((sent) => upstream.write(body.subarray(0, bytes), sent));
      // What was written is on its way; the cloud shall see it before the end.
      await pause(5);
      return () => void upstream.destroy();
    },
    reset: () => void response.socket?.resetAndDestroy(),
  };
}

const routeOf = ({ method, url }: http.IncomingMessage): Route =>
  `${method ?? ''} ${(url ?? '').split('?', 1)[0] as `/${string}`}`;

function openUpstream({ cloud, agent }: Line, { method, url, headers }: http.IncomingMessage): http.ClientRequest {
  const { hostname, port } = cloud;
  return http.request({ hostname, port, method, path: url, headers: { ...headers, host: cloud.host }, agent });
}
