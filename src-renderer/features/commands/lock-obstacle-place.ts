// Where what keeps an estimate from being locked is mended.
import type { EstimateProblem } from '../../../src-shared/domain/estimate/problems/problem.ts';
import { fieldPlace } from '../../stores/workfile/places.ts';

/** The field or cell that mends it. */
export function lockObstaclePlace({ record, field }: EstimateProblem): string {
  const [kind = '', group = '', name = ''] = field.split('.');
  // A line is gone to by its description: whether it is open is a mark and no cell.
  if (kind === 'line') return fieldPlace('line', record, 'text', 'description');
  return fieldPlace(kind as 'insurance', record, group, name);
}
