import { DeskPart } from '../part';
import { MatrixView } from './matrix-view';

/** Targets × evidence at a glance. */
export function Matrix({ id }: { id: string }) {
  return (
    <DeskPart id={id} here="matrix">
      {(_, coverage) => <MatrixView coverage={coverage} />}
    </DeskPart>
  );
}
