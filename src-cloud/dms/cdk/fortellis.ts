// The door to CDK Drive: every call signed in and named, and sent again only where the gateway surely did not pass it on.
// Sources: Fortellis' guides to request components and error codes; the developer guides of the CDK Drive interfaces.

import { setTimeout as pause } from 'node:timers/promises';
import type { AxiosResponse } from 'axios';
import type { CdkSecrets, CdkSettings } from '../../../src-shared/domain/dms/settings/cdk.ts';
import type { PartnerPorts } from '../partner.ts';
import { exchange, partnerHttp } from '../partner-http.ts';
import { type Answer, answerOf } from './answers.ts';
import { createSignIn } from './sign-in.ts';

export type Call = {
  readonly path: string;
  /** The department of the dealer whose part of CDK is asked. */
  readonly department?: string;
  readonly params?: Readonly<Record<string, string>>;
  /** What is written; a call without it reads. */
  readonly body?: object;
};

/** Asks until the instant `until`. */
export type Ask = (call: Call, until: number) => Promise<Answer>;

const mostTimes = 3;
const usualWaitMs = 1000;

export function openFortellis(
  connection: { readonly settings: CdkSettings; readonly secrets: CdkSecrets },
  { clock, newId }: Pick<PartnerPorts, 'clock' | 'newId'>,
): Ask {
  const { settings, secrets } = connection;
  const http = partnerHttp();
  const signIn = createSignIn(http, connection, clock);
  const send = ({ path, department, params, body }: Call, token: string, until: number) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'subscription-id': settings.subscriptionId,
      'request-id': newId(),
      accept: 'application/json',
      ...(department === undefined ? {} : { 'department-id': department }),
    };
    const method = body === undefined ? 'get' : 'post';
    return exchange(http, { method, url: settings.url + path, headers, params, data: body }, until - clock());
  };
  const askOnce = async (call: Call, until: number, times: number): Promise<Answer> => {
    const signedIn = await signIn.token(until);
    if (signedIn.kind !== 'token') return signedIn;
    const exchanged = await send(call, signedIn.token, until);
    if (exchanged.kind !== 'answer') return exchanged;
    const { response } = exchanged;
    if (response.status === 401) signIn.drop(signedIn.token);
    const waitMs = times < mostTimes ? waitBefore(response, times) : null;
    if (waitMs === null || clock() + waitMs >= until)
      return answerOf(response, [...Object.values(secrets), signedIn.token]);
    await pause(waitMs);
    return askOnce(call, until, times + 1);
  };
  return (call, until) => askOnce(call, until, 1);
}

/** How long to wait before the same call: a token that ran out or a quota that is used up stops it at the gateway. */
function waitBefore({ status, headers }: AxiosResponse, times: number): number | null {
  if (status === 401) return times === 1 ? 0 : null;
  if (status !== 429) return null;
  const seconds = Number(headers['retry-after'] ?? Number.NaN);
  return Number.isFinite(seconds) ? Math.max(0, seconds) * 1000 : usualWaitMs;
}
