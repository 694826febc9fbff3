import { useEffect, useReducer, useRef } from 'react';

/**
 * A place that gets the focus after a change, where the change took away what
 * had it: whoever uses the keyboard goes on from there, not from the top.
 */
export function useKeptFocus<TElement extends HTMLElement>() {
  const place = useRef<TElement>(null);
  const [changes, keepFocus] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (changes && document.activeElement === document.body) {
      place.current?.focus();
    }
  }, [changes]);
  return { place, keepFocus };
}
