/** A PC of a shop as the cloud sees it: it signs in, numbers its batches and edits, pushes and pulls over real HTTP. */
import { createHash } from 'node:crypto';
import type { SessionUser } from '../../src-shared/api/contract.ts';
import { type DeviceId, deviceIdOf, type EditId, editIdOf } from '../../src-shared/base/ids.ts';
import {
  type JsonObject,
  type PullLine,
  type PullRequest,
  type PushAnswer,
  pullLine,
  pushAnswer,
  schemaVersion,
  type Verdict,
} from '../../src-shared/sync/protocol.ts';
import type { RecordKind } from '../../src-shared/sync/records.ts';
import { type Credentials, freshId } from './cloud.ts';

export type Reply = { readonly status: number; readonly headers: Headers; readonly text: string; json(): unknown };
export type TestEdit = readonly [EditId, RecordKind, string, string, JsonObject, EditId | null];
export type ChangeLine = Extract<PullLine, readonly ['change', ...unknown[]]>;
export type Pulled = {
  readonly changes: readonly ChangeLine[];
  readonly cursor: number;
  readonly lastSeq: number;
  readonly epoch: string;
  readonly mark: string;
};

/** One HTTP request with its answer read to the end. */
export async function call(
  url: string,
  method: string,
  options: { readonly token?: string; readonly body?: BodyInit; readonly type?: string } = {},
): Promise<Reply> {
  const headers = new Headers();
  if (options.token !== undefined) headers.set('authorization', `Bearer ${options.token}`);
  if (options.body !== undefined) headers.set('content-type', options.type ?? 'application/json');
  const answer = await fetch(url, { method, headers, ...(options.body === undefined ? {} : { body: options.body }) });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, json: () => JSON.parse(text) };
}

export type PcIdentity = { readonly device: DeviceId; readonly incarnation: string };
export const newIdentity = (): PcIdentity => ({
  device: deviceIdOf(crypto.getRandomValues(new Uint8Array(10))),
  incarnation: freshId(),
});

export const signIn = (url: string, who: Credentials, pc: PcIdentity, name = 'Front desk'): Promise<Reply> =>
  call(`${url}/session`, 'POST', {
    body: JSON.stringify({
      email: who.email,
      password: who.password,
      device: { id: pc.device, incarnation: pc.incarnation, name },
    }),
  });

/** Signs in and answers the PC. */
export async function openPc(url: string, who: Credentials, identity: PcIdentity = newIdentity()): Promise<Pc> {
  const answer = await signIn(url, who, identity);
  if (answer.status !== 200) throw new Error(`sign-in answered ${answer.status}: ${answer.text}`);
  const { token, user } = answer.json() as { token: string; user: SessionUser };
  return new Pc(url, token, user, identity);
}

export class Pc {
  readonly url: string;
  readonly token: string;
  readonly user: SessionUser;
  readonly identity: PcIdentity;
  edits = 0;
  n = 0;
  prev = '';

  constructor(url: string, token: string, user: SessionUser, identity: PcIdentity) {
    this.url = url;
    this.token = token;
    this.user = user;
    this.identity = identity;
  }

  edit(kind: RecordKind, id: string, group: string, value: JsonObject, base: EditId | null): TestEdit {
    this.edits += 1;
    return [editIdOf(this.identity.device, this.edits), kind, id, group, value, base];
  }

  create(kind: RecordKind, id: string, value: JsonObject): TestEdit {
    return this.edit(kind, id, '*', value, null);
  }

  /** The bytes of the next batch. */
  seal(edits: readonly unknown[], schema = schemaVersion): string {
    const { device, incarnation } = this.identity;
    const body = JSON.stringify({ device, incarnation, n: this.n + 1, prev: this.prev, schema, edits });
    this.n += 1;
    this.prev = createHash('sha256').update(body).digest('hex');
    return body;
  }

  post(path: string, body: BodyInit): Promise<Reply> {
    return call(`${this.url}${path}`, 'POST', { token: this.token, body });
  }

  async pushBody(body: string): Promise<PushAnswer> {
    const answer = await this.post('/sync/push', body);
    if (answer.status !== 200) throw new Error(`push answered ${answer.status}: ${answer.text}`);
    return pushAnswer.parse(answer.json());
  }

  async push(...edits: readonly unknown[]): Promise<readonly Verdict[]> {
    return (await this.pushBody(this.seal(edits))).verdicts;
  }

  pullReply(ask: Partial<Omit<PullRequest, 'last'>> & { readonly last?: unknown } = {}) {
    const body = { ...this.identity, cursor: 0, at: null, epoch: '', last: null, limit: 50_000, ...ask };
    return this.post('/sync/pull', JSON.stringify(body));
  }

  async pull(ask: Parameters<Pc['pullReply']>[0] = {}): Promise<Pulled> {
    const answer = await this.pullReply(ask);
    if (answer.status !== 200) throw new Error(`pull answered ${answer.status}: ${answer.text}`);
    const lines = answer.text
      .trimEnd()
      .split('\n')
      .map((line) => pullLine.parse(JSON.parse(line)));
    const end = lines.at(-1);
    if (end?.[0] !== 'end') throw new Error('the stream has no end');
    const changes = lines.filter((line): line is ChangeLine => line[0] === 'change');
    return { changes, cursor: end[1], lastSeq: end[2], epoch: end[3], mark: end[4] };
  }
}
