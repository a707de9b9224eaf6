// Finds a repair order of ours among the open ones of the advisor, which CDK Drive lists page by page.
// No document says how: each page is believed to name the next in its links.

import type { z } from 'zod';
import type { CdkSettings } from '../../../src-shared/domain/dms/settings/cdk.ts';
import type { Reply } from '../partner.ts';
import type { Call } from './fortellis.ts';
import { paths, repairOrderList, repairOrderMark } from './payloads.ts';

type Page = z.output<typeof repairOrderList>;
type Read = (call: Call, shape: typeof repairOrderList) => Promise<Reply<Page>>;

/** Its number there; null only when every page was read and it is on none. */
export async function findOpenOrder(
  read: Read,
  settings: CdkSettings,
  reference: string,
): Promise<Reply<string | null>> {
  const mark = repairOrderMark(reference);
  const list = new URL(settings.url + paths.repairOrders);
  const seen = new Set<string>();
  const readFrom = async (params: Readonly<Record<string, string>>): Promise<Reply<string | null>> => {
    seen.add(JSON.stringify(params));
    const page = await read(
      { path: paths.repairOrders, params, department: settings.serviceDepartmentId },
      repairOrderList,
    );
    if (page.kind === 'none') return page;
    const { items, links } = page.value;
    const ours = items.find(({ remarks }) => remarks.includes(mark));
    if (ours !== undefined) return ours.repairOrderId === '' ? untold : { kind: 'answer', value: ours.repairOrderId };
    if (links?.next === undefined || links.next === null) return { kind: 'answer', value: null };
    const next = paramsOf(links.next, list);
    return next === undefined || seen.has(JSON.stringify(next)) ? untold : readFrom(next);
  };
  return readFrom({ serviceAdvisorId: settings.serviceAdvisorId });
}

const untold = { kind: 'none', reason: '' } as const;

/** What another page of the same list is asked for with; undefined for any other address. */
function paramsOf({ href }: { readonly href: string }, list: URL): Readonly<Record<string, string>> | undefined {
  if (href === '' || !URL.canParse(href, list)) return undefined;
  const { origin, pathname, searchParams } = new URL(href, list);
  return origin === list.origin && pathname === list.pathname ? Object.fromEntries(searchParams) : undefined;
}
