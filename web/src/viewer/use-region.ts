import { useState } from 'react';
import { useMarking } from './marking';
import { type Place, type Region } from './place';

/** What is marked of a page or a picture, and whether it is being marked. */
export function useRegion(fileId: string, page?: number) {
  const marking = useMarking();
  const [drawing, setDrawing] = useState(false);
  const mark = marking?.mark?.fileId === fileId ? marking.mark : null;
  const place: Place = page === undefined ? { fileId } : { fileId, page };
  return {
    canMark: marking !== null,
    mark,
    /** The marked region of what is shown now. */
    region: (mark?.page === page && mark?.region) || null,
    drawing: drawing && marking !== null,
    setDrawing,
    markPage: () => marking?.setMark(place),
    markRegion: (region: Region) => marking?.setMark({ ...place, region }),
    clear: () => marking?.setMark(null),
  };
}

export type RegionMarking = ReturnType<typeof useRegion>;
