// A request to OpenTrack as it travels: one piece of content in a STAR transport envelope, signed with a username token.
// Sources: STAR web services transport 2005/10; OASIS WS-Security 1.0 and its Username Token Profile 1.0.

import { createHash } from 'node:crypto';
import { escaped, type XmlPiece, xmlPart } from '../../../src-shared/domain/exchange/bms/xml-element.ts';

const soap = 'http://schemas.xmlsoap.org/soap/envelope/';
export const transport = 'http://www.starstandards.org/webservices/2005/10/transport';
const wss = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss';

/** What the header says of the sender. `instant`: when it was made; it is not taken five minutes later. */
export type Signer = {
  readonly username: string;
  readonly password: string;
  readonly passwordAs: 'text' | 'digest';
};
export type Stamp = { readonly instant: number; readonly id: string };

const validMs = 5 * 60_000;

export function envelopeText(content: XmlPiece, signer: Signer, { instant, id }: Stamp): string {
  const created = new Date(instant).toISOString();
  const expires = new Date(instant + validMs).toISOString();
  return [
    `<?xml version="1.0" encoding="utf-8"?>`,
    `<s:Envelope xmlns:s="${soap}"><s:Header>`,
    `<t:PayloadManifest xmlns:t="${transport}">`,
    `<t:manifest contentID="${id}" namespaceURI="" element="${content.name}"/></t:PayloadManifest>`,
    `<o:Security s:mustUnderstand="1" xmlns:o="${wss}-wssecurity-secext-1.0.xsd"`,
    ` xmlns:u="${wss}-wssecurity-utility-1.0.xsd">`,
    `<u:Timestamp><u:Created>${created}</u:Created><u:Expires>${expires}</u:Expires></u:Timestamp>`,
    `<o:UsernameToken><o:Username>${escaped(signer.username)}</o:Username>`,
    `${passwordText(signer, created, id)}</o:UsernameToken></o:Security></s:Header>`,
    `<s:Body><ProcessMessage xmlns="${transport}"><payload><content id="${id}">`,
    `${xmlPart(content, '')}</content></payload></ProcessMessage></s:Body></s:Envelope>`,
  ].join('\n');
}

/** The password, or a digest of it that is good for this envelope alone. */
function passwordText({ password, passwordAs }: Signer, created: string, id: string): string {
  const element = (type: string, text: string): string =>
    `<o:Password Type="${wss}-username-token-profile-1.0#${type}">${escaped(text)}</o:Password>`;
  if (passwordAs === 'text') return element('PasswordText', password);
  const nonce = createHash('sha256').update(id).digest().subarray(0, 16);
  const digest = createHash('sha1').update(nonce).update(created).update(password).digest('base64');
  const base64 = `${wss}-soap-message-security-1.0#Base64Binary`;
  return [
    element('PasswordDigest', digest),
    `<o:Nonce EncodingType="${base64}">${nonce.toString('base64')}</o:Nonce>`,
    `<u:Created>${created}</u:Created>`,
  ].join('\n');
}
