import { describe, expect, test } from 'vitest';
import { recalls } from '../../src-shared/domain/dms/export-job.ts';
import { explore } from './explore.ts';
import { built, careless, hasty, naive } from './protocols.ts';

describe('every story of one export, with two workers, two crashes, a lost request, a lost answer and a held one', () => {
  test.each(recalls)('ends with the payment there at most once, and posted is true: a partner with %s', (recall) => {
    const { doubles, untrue, stuck, story } = explore(recall, built);
    expect({ doubles, untrue, stuck, story }).toEqual({ doubles: 0, untrue: 0, stuck: 0, story: [] });
  });

  test.each(['reference', 'late-reference', 'none'] as const)(
    'doubles it when it is sent again at once: %s',
    (recall) => {
      expect(explore(recall, naive, 1).doubles).toBeGreaterThan(0);
    },
  );

  test('doubles it when somebody looks while the request may still be on its way', () => {
    expect(explore('reference', hasty, 1).doubles).toBeGreaterThan(0);
  });

  test('doubles it when a slow worker sends what is no longer its own', () => {
    expect(explore('reference', careless, 1).doubles).toBeGreaterThan(0);
  });
});
