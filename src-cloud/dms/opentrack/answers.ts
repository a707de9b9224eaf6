// What an answer of OpenTrack says: done, surely not done, or nothing that can be relied on.

import { SaxesParser } from 'saxes';
import { childAt, childrenOf, type XmlElement } from '../../../src-shared/domain/exchange/bms/xml-element.ts';
import { createXmlTree } from '../../../src-shared/domain/exchange/bms/xml-tree.ts';
import { type NoAnswer, tidyReason } from '../partner-http.ts';

/** `content` is what stands in the envelope: the response to a request, with its errors. */
export type SoapAnswer =
  | { readonly kind: 'done'; readonly content: XmlElement }
  | { readonly kind: 'refused'; readonly code: string; readonly reason: string; readonly content?: XmlElement }
  | NoAnswer;

/** `failed` are the errors in the order in which they are said. */
export type PartnerError = { readonly code: string; readonly message: string };

/**
 * Codes that say that a request got no further than the door: sign-in, message and access (github tmonck/OpenTrack.NET,
 * OpenTrackException). 100, 200 and 300 name the whole class and might be anything.
 */
const doorCode = /^(?:101|20[1-5]|30[1-9]|31[0-4])$/;
/** Codes of a rule of the DMS, such as RO27. */
const ruleCode = /^[A-Z]{2,4}\d{1,4}$/;
/** SOAP faults by which a message was not carried out: it, or its security header, was not right. */
const senderFault = /(?:^|:)(?:Client|FailedAuthentication|Invalid\w+|MessageExpired|Unsupported\w+)$/;

export function answerOf(status: number, text: string, expected: string, secrets: readonly string[]): SoapAnswer {
  const root = parseXml(text);
  const body = root?.name === 'Envelope' ? childAt(root, 'Body') : undefined;
  const fault = childAt(body, 'Fault');
  if (fault !== undefined) return faultOf(fault, secrets);
  const content = childAt(body, 'ProcessMessageResponse/payload/content')?.children[0];
  if (status !== 200 || content === undefined) return { kind: 'unknown' };
  const [error] = childrenOf(content, 'Error').map(errorOf);
  if (error !== undefined) {
    const isNo = doorCode.test(error.code) || ruleCode.test(error.code);
    return isNo
      ? { kind: 'refused', code: error.code, reason: reasonOf([error], secrets), content }
      : { kind: 'unknown' };
  }
  return content.name === expected ? { kind: 'done', content } : { kind: 'unknown' };
}

/** The errors of a response that says `Failure`, beside what it may have done all the same. */
export const failuresOf = (content: XmlElement): readonly PartnerError[] =>
  childrenOf(content, 'Failure').flatMap((failure) => {
    const errors = childrenOf(childAt(failure, 'Errors'), 'Error').map(errorOf);
    return [{ code: '', message: childAt(failure, 'Message')?.text.trim() ?? '' }, ...errors];
  });

/** Errors in the partner's words. */
export const reasonOf = (errors: readonly PartnerError[], secrets: readonly string[]): string =>
  tidyReason(errors.map(({ code, message }) => [code, message].filter(Boolean).join(': ')).join(' '), secrets);

function errorOf(error: XmlElement): PartnerError {
  const code = childAt(error, 'Code')?.text.trim() ?? '';
  return { code, message: (childAt(error, 'Message') ?? error).text.trim() };
}

function faultOf(fault: XmlElement, secrets: readonly string[]): SoapAnswer {
  const said = childAt(fault, 'faultcode')?.text.trim() ?? '';
  if (!senderFault.test(said)) return { kind: 'unknown' };
  const code = said.replace(/^.*:/, '');
  const message = childAt(fault, 'faultstring')?.text ?? '';
  return { kind: 'refused', code, reason: reasonOf([{ code, message }], secrets) };
}

/** The document; undefined for what is not well-formed, has a document type, or is more than anybody means to send. */
function parseXml(text: string): XmlElement | undefined {
  const parser = new SaxesParser();
  let isWhole = true;
  const tree = createXmlTree(() => {
    isWhole = false;
  });
  parser.on('error', () => tree.end('xml'));
  parser.on('doctype', () => tree.end('doctype'));
  parser.on('opentag', ({ name }) => tree.open(name, 0));
  parser.on('text', tree.text);
  parser.on('cdata', tree.text);
  parser.on('closetag', tree.close);
  parser.write(text).close();
  return isWhole ? tree.root() : undefined;
}
