// Finds a repair order of ours among the open ones of the advisor, which CDK Drive lists page by page.
// No document says how: each page is believed to name the next in its links.

import type { z } from 'zod';
import type { CdkSettings } from '../../../src-shared/domain/dms/settings/cdk.ts';
import type { Reply } from '../partner.ts';
import type { Call } from './fortellis.ts';
import { paths, repairOrderList, repairOrderMark } from './payloads.ts';

type Page = z.output<typeof repairOrderList>;
type Read = (call: Call, shape: typeof repairOrderList) => Promise<Reply<Page>>;

/**
 * Its number there; null only when it is on no page, and two readings of all pages, where there are several, saw the same
 * orders: one that is closed between two pages moves others from the next page to one that was read.
 */
export async function findOpenOrder(
  read: Read,
  settings: CdkSettings,
  reference: string,
): Promise<Reply<string | null>> {
  const mark = repairOrderMark(reference);
  const first = await walk(read, settings, mark);
  if (first.kind !== 'through') return first;
  const again = first.pages === 1 ? first : await walk(read, settings, mark);
  if (again.kind !== 'through') return again;
  return again.seen === first.seen ? { kind: 'answer', value: null } : untold;
}

/** Every page was read, and ours is on none. */
type Through = { readonly kind: 'through'; readonly pages: number; readonly seen: string };

/** Reads page after page until ours is found. */
async function walk(read: Read, settings: CdkSettings, mark: string): Promise<Reply<string> | Through> {
  const list = new URL(settings.url + paths.repairOrders);
  const asked = new Set<string>();
  const ids: string[] = [];
  let params: Readonly<Record<string, string>> | undefined = { serviceAdvisorId: settings.serviceAdvisorId };
  while (params !== undefined && !asked.has(JSON.stringify(params))) {
    asked.add(JSON.stringify(params));
    const page: Reply<Page> = await read(
      { path: paths.repairOrders, params, department: settings.serviceDepartmentId },
      repairOrderList,
    );
    if (page.kind === 'none') return page;
    const { items, links } = page.value;
    const ours = items.find(({ remarks }) => remarks.includes(mark));
    if (ours !== undefined) return ours.repairOrderId === '' ? untold : { kind: 'answer', value: ours.repairOrderId };
    ids.push(...items.map(({ repairOrderId }) => repairOrderId));
    if (links?.next === undefined || links.next === null)
      return { kind: 'through', pages: asked.size, seen: JSON.stringify(ids.toSorted()) };
    params = paramsOf(links.next, list);
  }
  return untold;
}

/** It answered, but not what can be read to its end. */
const untold = {
  kind: 'none',
  reason: 'CDK Drive lists its open repair orders in a way that cannot be read.',
} as const;

/** What another page of the same list is asked for with; undefined for any other address. */
function paramsOf({ href }: { readonly href: string }, list: URL): Readonly<Record<string, string>> | undefined {
  if (href === '' || !URL.canParse(href, list)) return undefined;
  const { origin, pathname, searchParams } = new URL(href, list);
  return origin === list.origin && pathname === list.pathname ? Object.fromEntries(searchParams) : undefined;
}
