import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { type Place } from './place';

interface Marking {
  /** What is marked, for a claim that is to be made. */
  mark: Place | null;
  setMark: (mark: Place | null) => void;
}

const Context = createContext<Marking | null>(null);

/** Whatever evidence is shown inside can be marked as the place where something shows. */
export function MarkingPlaces({ when = true, children }: { when?: boolean; children: ReactNode }) {
  const [mark, setMark] = useState<Place | null>(null);
  const marking = useMemo(() => ({ mark, setMark }), [mark]);
  return <Context.Provider value={when ? marking : null}>{children}</Context.Provider>;
}

/** The mark that is being made; null where nobody marks places. */
export const useMarking = (): Marking | null => useContext(Context);
