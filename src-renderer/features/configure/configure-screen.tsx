// What a shop is configured with: the way to each of its lists, and what stands there.
import { libraryNames } from '../../../src-shared/domain/library/library.ts';
import { showTab } from '../../stores/shell.ts';
import './configure.css';

const titles = { ...libraryNames, journal: 'Journal files', 'change-log': 'Change log', pc: 'This PC' } as const;
const places: readonly { readonly id: keyof typeof titles; readonly what: string }[] = [
  {
    id: 'profile',
    what: 'The repair facility: rates and rules, taxes, UpdatePlus settings, texts for prints, numbering.',
  },
  { id: 'insurer', what: 'The companies that the shop works with, and their claim offices.' },
  { id: 'employee', what: 'Who works in the shop, and who can be chosen as an estimator.' },
  { id: 'customer', what: 'Who comes again, how to reach them, and who authorizes an invoice first.' },
  { id: 'canned', what: 'Canned operations and templates that are put into estimates.' },
  { id: 'part-code', what: 'Short words that fill a line with a part and its labor.' },
  { id: 'dms-connection', what: 'The dealer management system that the shop is connected to, and what it takes.' },
  { id: 'journal', what: 'Receipts and voids as files for books that are not connected, and their accounts.' },
  { id: 'change-log', what: 'Who changed which setting, when, and from what to what.' },
  { id: 'pc', what: 'Backups, the folder of the data, and the versions of this PC.' },
];

export function ConfigureScreen() {
  return (
    <div className='configure-places form-screen'>
      <h2>Configure</h2>
      <ul>
        {places.map(({ id, what }) => (
          <li key={id}>
            <button type='button' className='configure-place' onClick={() => showTab(id)}>
              <strong>{titles[id]}</strong>
              <span>{what}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
