// Signing in at Fortellis: the client's key and secret for a token that is good for a while (OAuth 2.0, RFC 6749 4.4).

import type { AxiosInstance } from 'axios';
import { z } from 'zod';
import type { CdkSecrets, CdkSettings } from '../../../src-shared/domain/dms/settings/cdk.ts';
import { exchange } from '../partner-http.ts';
import { reasonOf } from './answers.ts';

/** A token, or why there is none. Without one nothing was sent, so that nothing can have been booked. */
export type SignedIn =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'unsent' };

const granted = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().default(0) });
const notGranted = 'Fortellis did not grant the sign-in. Nothing was sent.';
/** A token is taken for used up a minute before it is. */
const earlyMs = 60_000;

/** `until`: the instant at which who asks gives up. */
export function createSignIn(
  http: AxiosInstance,
  { settings, secrets }: { readonly settings: CdkSettings; readonly secrets: CdkSecrets },
  clock: () => number,
) {
  let known: { readonly token: string; readonly until: number } | null = null;
  let asking: Promise<SignedIn> | null = null;
  const ask = async (until: number): Promise<SignedIn> => {
    const request = {
      method: 'post',
      url: settings.tokenUrl,
      auth: { username: secrets.clientId, password: secrets.clientSecret },
      data: new URLSearchParams({ grant_type: 'client_credentials', scope: 'anonymous' }),
    };
    const exchanged = await exchange(http, request, until - clock());
    if (exchanged.kind !== 'answer') return { kind: 'unsent' };
    const { status, data } = exchanged.response;
    const answer = granted.safeParse(status === 200 ? data : null);
    if (!answer.success) {
      // Who has trouble of its own, or too much to do, may grant it a little later, whatever is said with it.
      if (status >= 500 || status === 429) return { kind: 'unsent' };
      const reason = reasonOf(data, Object.values(secrets));
      return { kind: 'refused', reason: reason === '' ? notGranted : reason };
    }
    const { access_token: token, expires_in: seconds } = answer.data;
    known = { token, until: clock() + seconds * 1000 - earlyMs };
    return { kind: 'token', token };
  };
  return {
    /** The token that is known, or a new one; who asks meanwhile waits for the same. */
    async token(until: number): Promise<SignedIn> {
      if (known !== null && clock() < known.until) return { kind: 'token', token: known.token };
      asking ??= ask(until).finally(() => {
        asking = null;
      });
      return asking;
    },
    /** Drops a token that Fortellis did not take; one that came since stays. */
    drop(token: string): void {
      if (known?.token === token) known = null;
    },
  };
}
