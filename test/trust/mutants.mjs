/**
 * Small harms to the program, each of which must turn a suite red, or the simulator (`sim`). The text to find must stand
 * in its file exactly once.
 */
export const mutants = [
  {
    name: 'a commit does not wait for the disk',
    file: 'src-main/db/driver.ts',
    find: "    'synchronous = full',",
    replace: "    'synchronous = normal',",
    suite: 't02-power',
  },
  {
    name: 'a full disk is called something else',
    file: 'src-main/db/sqlite-failure.ts',
    find: "starts: ['ENOSPC', 'EDQUOT', 'SQLITE_FULL']",
    replace: "starts: ['EDQUOT']",
    suite: 't03-full-disk',
  },
  {
    name: 'a PC whose data are gone begins as if it were new',
    file: 'src-main/db/open.ts',
    find: '    refuseGone(options);\n',
    replace: '',
    suite: 't05-damage',
  },
  {
    name: 'a file that is held is not waited for',
    file: 'src-shared/base/held-file.ts',
    find: 'for (let left = patienceMs; left > 0;',
    replace: 'for (let left = 0; left > 0;',
    suite: 't04-files',
  },
  {
    name: 'merge drops the base check',
    file: 'src-shared/sync/merge.ts',
    find: '  return concurrent(policy, meeting, current.value);',
    replace: '  return apply(meeting.value);',
    suite: 't08-bad-network',
  },
  {
    name: 'a save is acknowledged before its commit',
    file: 'src-main/db/transact.ts',
    find: '  const answer = connection.transaction(body).immediate();',
    replace: `  connection.exec('begin immediate');
  setTimeout(() => connection.inTransaction && connection.exec('commit'), 1_000);
  const answer = body();`,
    suite: 't01-kill',
    tests: 'right after 10 ',
  },
  {
    name: 'the outbox row is written in a second transaction',
    file: 'src-main/db/outbox.ts',
    find: '  store.run(insert, n, edit, author.id, author.name, ...place, value, base, before, madeAt, schemaVersion);',
    replace: `  setImmediate(() =>
    store.run(insert, n, edit, author.id, author.name, ...place, value, base, before, madeAt, schemaVersion));`,
    suite: 't01-kill',
    tests: 'right after 10 ',
  },
  {
    name: 'the tenant is set for the session',
    file: 'src-cloud/db/tenant.ts',
    find: "set_config('app.shop', $1, true)",
    replace: "set_config('app.shop', $1, false)",
    suite: 't09b-walls',
    tests: 'embedded .* remembers no shop',
  },
  {
    name: 'a policy lets everything be written',
    file: 'migrations/cloud/0001_shop_and_sync.sql',
    find: "         with check (shop_id = nullif(current_setting(''app.shop'', true), '''')::uuid)', tenanted);",
    replace: "         with check (true)', tenanted);",
    suite: 't09b-walls',
    tests: 'embedded .* can neither',
  },
  {
    name: 'a damaged row is sent',
    file: 'src-main/db/batch.ts',
    find: '  if (!isDamaged(store, unsent.kind, unsent.id)) return true;',
    replace: '  if (unsent.n > 0 || isDamaged(store, unsent.kind, unsent.id)) return true;',
    suite: 't08-lines',
    tests: 'damaged on the disk',
  },
  {
    name: 'an answered batch is forgotten',
    file: 'src-cloud/services/push.ts',
    find: '    if (answered?.hash === hash) return ok(answerOf(order, answered.verdicts));',
    replace: '',
    suite: 't08-bad-network',
  },
  {
    name: 'numbers are handed out without holding the order',
    file: 'src-cloud/db/shops.ts',
    find: ' for no key update`',
    replace: '`',
    suite: 'gap',
    tests: 'misses none',
  },
  {
    name: 'the folder of a PC is not locked',
    file: 'src-main/db/folder-lock.ts',
    find: "connection.exec('begin exclusive')",
    replace: "connection.exec('begin')",
    suite: 't06-openers',
    tests: 'refused to a tool',
  },
  {
    name: 'of two values the later one stands',
    file: 'src-shared/sync/merge.ts',
    find: "  if (policy === 'keep-both') return { kind: 'conflict', against: 'value' };",
    replace: "  if (policy === 'keep-both') return apply(mine);",
    suite: 'sim',
  },
  {
    name: 'an edit travels without its base',
    file: 'src-main/db/batch.ts',
    find: '${JSON.stringify(base)}]`;',
    replace: 'null]`;',
    suite: 't08-lines',
    tests: 'no conflict with oneself',
  },
  {
    name: 'the cloud takes every edit for one that saw what stands',
    file: 'src-cloud/services/judge.ts',
    find: 'const outcome = merge({ ...edit, value: read.value, current,',
    replace: 'const outcome = merge({ ...edit, base: current?.edit ?? null, value: read.value, current,',
    suite: 'sim',
  },
];
