// Finding workfiles: the list, how many a filter means, what there is to filter by, and each person's own views.

import { ok, type Result } from '../../../src-shared/base/result.ts';
import { type HeadQuestion, listRequests } from '../../../src-shared/ipc/list-requests.ts';
import type { Found, HeadFilter, ListViews, ValueCount } from '../../../src-shared/ipc/list-shapes.ts';
import type { Handlers } from '../../../src-shared/ipc/requests.ts';
import type { HeadPage } from '../../../src-shared/ipc/shapes.ts';
import { listHeads, valuesOfHeads } from '../../db/head-list.ts';
import { countHeads } from '../../db/head-order.ts';
import { searchEverywhere } from '../../db/search-everywhere.ts';
import { readSetting, writeSetting } from '../../db/settings.ts';
import { allowed, type Desk } from '../desk.ts';
import { askerOf } from './asker.ts';
import { listRecent, noteVisit } from './recent.ts';

/** The list's handlers over one desk. */
export const listHandlers = (desk: Desk) =>
  ({
    'workfile.list': (asked) => listWorkfiles(desk, asked),
    'workfile.count': ({ filters }) => countWorkfiles(desk, filters),
    'workfile.choices': () => listChoices(desk),
    'search.everywhere': ({ text }) => search(desk, text),
    'workfile.recent': () => listRecent(desk),
    'workfile.visited': ({ workfileId }) => noteVisit(desk, workfileId),
    'view.read': () => readViews(desk),
    'view.write': (views) => writeViews(desk, views),
  }) satisfies Partial<Handlers>;

function listWorkfiles(desk: Desk, asked: HeadQuestion): Result<HeadPage> {
  const user = allowed(desk, 'see-workfiles');
  return user.ok ? ok(listHeads(desk.store, { ...asked, asker: askerOf(desk, user.value) })) : user;
}

function countWorkfiles(desk: Desk, filters: readonly HeadFilter[]): Result<readonly number[]> {
  const user = allowed(desk, 'see-workfiles');
  if (!user.ok) return user;
  const asker = askerOf(desk, user.value);
  return ok(filters.map((filter) => countHeads(desk.store, filter, asker)));
}

function search(desk: Desk, text: string): Result<Found> {
  const user = allowed(desk, 'see-workfiles');
  return user.ok ? ok(searchEverywhere(desk.store, text)) : user;
}

type Choices = { readonly estimators: readonly ValueCount[]; readonly insurers: readonly ValueCount[] };

function listChoices(desk: Desk): Result<Choices> {
  const user = allowed(desk, 'see-workfiles');
  if (!user.ok) return user;
  const { store } = desk;
  return ok({ estimators: valuesOfHeads(store, 'estimator'), insurers: valuesOfHeads(store, 'insurer') });
}

const noViews: ListViews = { views: [], last: 'all' };
/** Views belong to a person: at the same PC another one has others. */
const nameOf = (userId: string): string => `views:${userId}`;

function readViews(desk: Desk): Result<ListViews> {
  const user = allowed(desk, 'see-workfiles');
  if (!user.ok) return user;
  const text = readSetting(desk.store, nameOf(user.value.userId));
  const parsed = text === null ? null : listRequests['view.write'].parse(JSON.parse(text));
  return ok(parsed?.ok ? parsed.value : noViews);
}

function writeViews(desk: Desk, views: ListViews): Result<null> {
  const user = allowed(desk, 'see-workfiles');
  if (!user.ok) return user;
  writeSetting(desk.store, nameOf(user.value.userId), JSON.stringify(views));
  return ok(null);
}
