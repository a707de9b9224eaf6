// The door to OpenTrack: one address for all requests, each in an envelope of its own.

import type { OpenTrackSecrets, OpenTrackSettings } from '../../../src-shared/domain/dms/settings/opentrack.ts';
import type { XmlPiece } from '../../../src-shared/domain/exchange/bms/xml-element.ts';
import type { PartnerPorts } from '../partner.ts';
import { exchange, partnerHttp } from '../partner-http.ts';
import { answerOf, type SoapAnswer } from './answers.ts';
import { envelopeText, transport } from './envelope.ts';

export type Connection = { readonly settings: OpenTrackSettings; readonly secrets: OpenTrackSecrets };
/** Asks until the instant `until`. */
type Ask = (content: XmlPiece, until: number) => Promise<SoapAnswer>;

const action = `"${transport}/operations/ProcessMessage"`;

/** Sends one piece of content, and reads the response that its name asks for. */
export function openDoor({ settings, secrets }: Connection, { clock, newId }: PartnerPorts): Ask {
  const http = partnerHttp({ responseType: 'text' });
  const signer = { ...secrets, passwordAs: settings.password };
  return async (content, until) => {
    const data = envelopeText(content, signer, { instant: clock(), id: newId() });
    const headers = { 'content-type': 'text/xml; charset=utf-8', accept: 'text/xml', soapaction: action };
    const request = { method: 'post', url: `${settings.url}/WebService.asmx`, headers, data };
    const exchanged = await exchange(http, request, until - clock());
    if (exchanged.kind !== 'answer') return exchanged;
    const { response } = exchanged;
    return answerOf(response.status, String(response.data), `${content.name}Response`, Object.values(secrets));
  };
}
