import { useWords } from '../../i18n/words';
import { ButtonLink } from '../../ui/button';
import { type Evidence } from '../types';
import { recordsOf } from './paths';
import { recordWords } from './words';

const kinds: Partial<Record<Evidence['form'], string>> = {
  observation: 'observations',
  demonstration: 'observations',
  questioning: 'questionings',
  third_party_report: 'reports',
};

/** Whether what it says is a record, to be read on a page of its own. */
export const isRecord = ({ form }: Evidence): boolean => form in kinds;

/** Leads from an item of evidence to the record that it is. */
export function RecordLink({ evidence: { id, assessmentId, form } }: { evidence: Evidence }) {
  const say = useWords(recordWords);
  return (
    <div>
      <ButtonLink to={recordsOf(assessmentId, `${kinds[form]}/${id}`)}>{say.readRecord}</ButtonLink>
    </div>
  );
}
