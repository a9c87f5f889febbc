import { useRef, useState } from 'react';

export interface FirstOptions<T> {
  readonly options: T[];
  readonly isLoading: boolean;
  /** To be called when the picker gets the focus: what it offers before anything is typed is read then, once. */
  readonly open: () => void;
}

/** What a picker offers before anything is typed, read only when somebody comes to it. */
export function useFirstOptions<T>(search: (text: string) => Promise<T[]>): FirstOptions<T> {
  const [options, setOptions] = useState<T[]>([]);
  const [isLoading, setLoading] = useState(false);
  const isAsked = useRef(false);
  const open = () => {
    if (isAsked.current) return;
    isAsked.current = true;
    setLoading(true);
    void search('').then((found) => {
      // Nothing found may as well be a search that failed: the next one who comes asks again.
      isAsked.current = found.length > 0;
      setOptions(found);
      setLoading(false);
    });
  };
  return { options, isLoading, open };
}
