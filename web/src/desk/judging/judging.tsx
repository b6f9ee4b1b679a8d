import { DeskPart } from '../part';
import { Bench } from './bench';

/** Evidence beside what it is claimed for, judged one claim after another. */
export function Judging({ id }: { id: string }) {
  return (
    <DeskPart id={id} here="judging">
      {(assessment, coverage) => <Bench assessment={assessment} coverage={coverage} />}
    </DeskPart>
  );
}
