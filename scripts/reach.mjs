/** Whether an address answers at all, within a time that is short for a person. */

/** Any answer counts, a refusal too. A firewall that drops packets says nothing, and would cost minutes. */
export const answersSoon = (address, withinMs) =>
  fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(withinMs) }).then(
    () => true,
    () => false,
  );
