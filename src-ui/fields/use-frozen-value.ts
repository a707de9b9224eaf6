// While a field has the focus it goes on showing what it showed on entry, except for the effect of its own commit.
import { useRef, useState } from 'react';

export function useFrozenValue(value: string) {
  const [frozen, setFrozen] = useState<string>();
  const [following, setFollowing] = useState(false);
  const focused = useRef(false);
  const before = useRef(value);
  if (following && value !== before.current) {
    setFollowing(false);
    setFrozen(focused.current ? value : undefined);
  }
  return {
    value: following ? value : (frozen ?? value),
    freeze: (): void => {
      focused.current = true;
      setFrozen(value);
    },
    release: (): void => {
      focused.current = false;
      setFollowing(false);
      setFrozen(undefined);
    },
    /** Notes the value a commit starts from. */
    remember: (): void => {
      before.current = value;
    },
    followOwnChange: (): void => setFollowing(focused.current),
  };
}
