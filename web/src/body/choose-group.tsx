import { type ReactNode } from 'react';
import { useWords } from '../i18n/words';
import { Select } from '../ui/form';
import { Filters } from './table';
import { cohortsOf, documentsOf, useAssessments } from './use-catalogue';
import { bodyWords } from './words';

export interface Group {
  documentId: string;
  cohort: string;
}

export const everybody: Group = { documentId: '', cohort: '' };

/** What of a group a query or an order says: what is empty is left out. */
export const asked = ({ documentId, cohort }: Group): { documentId?: string; cohort?: string } => ({
  ...(documentId && { documentId }),
  ...(cohort && { cohort }),
});

/** Chooses a unit and a cohort of this body, either of them or none. Other filters stand beside them. */
export function ChooseGroup({
  of,
  onChoose,
  children,
}: {
  of: Group;
  onChoose: (group: Group) => void;
  children?: ReactNode;
}) {
  const common = useWords(bodyWords);
  const assessments = useAssessments();
  const rows = assessments.data ?? [];
  const within = of.documentId ? rows.filter(({ document }) => document.id === of.documentId) : rows;
  return (
    <Filters>
      <Select
        name="documentId"
        label={common.unit}
        value={of.documentId}
        onChange={(e) => onChoose({ documentId: e.currentTarget.value, cohort: '' })}
      >
        <option value="">{common.allUnits}</option>
        {documentsOf(rows).map(({ id, code, name }) => (
          <option key={id} value={id}>
            {code} {name}
          </option>
        ))}
      </Select>
      <Select
        name="cohort"
        label={common.cohort}
        value={of.cohort}
        onChange={(e) => onChoose({ ...of, cohort: e.currentTarget.value })}
      >
        <option value="">{common.allCohorts}</option>
        {cohortsOf(within).map((one) => (
          <option key={one}>{one}</option>
        ))}
      </Select>
      {children}
    </Filters>
  );
}
