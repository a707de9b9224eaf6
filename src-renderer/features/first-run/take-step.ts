// Leads to where a first step is done, and puts the cursor there.
import { facilityProfile } from '../../../src-shared/domain/estimate/profile/choose-profile.ts';
import type { Profile } from '../../../src-shared/domain/estimate/profile/profile.ts';
import { estimatorsOf } from '../../../src-shared/domain/people/employee.ts';
import type { FirstRun, FirstStep, FirstWorkfile } from '../../../src-shared/domain/workfile/first-run.ts';
import { runCommand } from '../../stores/command-board.ts';
import { addToLibrary, librarySheet } from '../../stores/library/library.ts';
import { askName, visitListed } from '../../stores/library/opened.ts';
import { visitProfile } from '../../stores/library/profile-place.ts';
import { say, showTab } from '../../stores/shell.ts';
import { fieldPlace } from '../../stores/workfile/places.ts';
import { goToPlace } from '../../stores/workfile/visits.ts';
import { showSection } from '../../stores/workfile/workfiles.ts';
import { wordBriefly } from '../../words/failure-words.ts';

export async function takeStep(step: FirstStep, { workfile }: FirstRun): Promise<void> {
  if (step === 'facility' || step === 'rates') return toProfile(step);
  if (step === 'estimator') return toEstimator();
  if (workfile === null) return runCommand('workfile.new');
  return toWorkfile(step, workfile);
}

async function toProfile(step: 'facility' | 'rates'): Promise<void> {
  const id = facilityProfile(librarySheet()?.profiles ?? [])?.id ?? (await newProfile());
  if (id === undefined) return;
  if (step === 'rates') visitProfile({ id, section: 'rates', place: fieldPlace('profile', id, 'labor', 'body') });
  else visitProfile({ id, section: 'general', place: fieldPlace('profile', id, 'address', 'street') });
}

/** A shop without a profile gets one, for all its workfiles. */
async function newProfile(): Promise<string | undefined> {
  const about: Profile['about'] = { name: 'Repair facility', kind: 'facility', company: '', claimOffice: '' };
  const reply = await addToLibrary({ kind: 'profile', records: [{ about, usual: { isDefault: true } }] });
  if (reply.ok) return reply.value[0];
  say(wordBriefly(reply.failure));
  return undefined;
}

function toEstimator(): void {
  const employees = librarySheet()?.employees ?? [];
  const [one] = estimatorsOf(employees);
  const other = one ?? employees.find(({ standing }) => standing.isActive);
  if (other === undefined) {
    showTab('employee');
    askName('employee');
  } else visitListed('employee', other.id, fieldPlace('employee', other.id, 'estimator', 'isEstimator'));
}

async function toWorkfile(step: FirstStep, { id, vehicleId }: FirstWorkfile): Promise<void> {
  showTab(id);
  if (step === 'vin') return goToPlace(id, fieldPlace('vehicle', vehicleId, 'identity', 'vin'));
  showSection(id, step === 'workfile' ? 'contacts' : 'estimate');
  // The first frame draws the section, the second its grid, which then has its commands.
  for (const _frame of [1, 2, 3]) await new Promise((resolve) => requestAnimationFrame(resolve));
  if (step === 'line') runCommand('line.add');
  if (step === 'save') runCommand('workfile.save');
}
