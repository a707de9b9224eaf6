// Which profile is shown, which of its sections, and the field that somebody was sent to.

import { create } from 'zustand';
import { showTab } from '../shell.ts';

export type ProfileSection = 'general' | 'rates' | 'update-plus' | 'texts' | 'receipt-types' | 'numbering';
export type ProfilePlace = {
  readonly id: string | undefined;
  readonly section: ProfileSection;
  /** The field that gets the focus once it is there. */
  readonly place: string | undefined;
};

export const useProfilePlace = create<ProfilePlace>()(() => ({ id: undefined, section: 'general', place: undefined }));

/** Shows another profile or another section. */
export const showProfile = (shown: Partial<ProfilePlace>): void =>
  useProfilePlace.setState({ place: undefined, ...shown });

/** Opens the profiles at a section, and at one of its fields. */
export function visitProfile(shown: Partial<ProfilePlace>): void {
  showProfile(shown);
  showTab('profile');
}
