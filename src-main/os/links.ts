// Opens pages in the system's browser: https, on hosts that are ours to name, and nothing else.

import { shell } from 'electron';
import type { Log } from './log.ts';

type Parts = { readonly hosts: readonly string[]; readonly log: Log };
export type Links = { readonly open: (text: string) => void };

const productHost = 'shopfile.example.com';

/** Where links may lead: the product's own pages and the shop's cloud. */
export const linkHosts = (cloudUrl: string): readonly string[] => [productHost, new URL(cloudUrl).host];

const strange = /[\s\\\p{C}]/u;

export function createLinks({ hosts, log }: Parts): Links {
  return {
    open(text) {
      const url = allowedUrl(text, hosts);
      if (url === undefined) log('link.refused');
      else shell.openExternal(url).catch(() => log('link.unopened'));
    },
  };
}

/** The address as the browser will read it, or nothing. */
function allowedUrl(text: string, hosts: readonly string[]): string | undefined {
  if (strange.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const plain = url.protocol === 'https:' && url.username === '' && url.password === '';
  return plain && hosts.includes(url.host) ? url.href : undefined;
}
